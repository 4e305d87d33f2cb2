import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';

const binary = fileURLToPath(new URL('bin.mjs', import.meta.url));
const notes = fileURLToPath(new URL('../core/generator/golden/notes.openapi.yaml', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('generates again when something that it read changed, outlives errors, and ends with Ctrl-C', async () => {
  const text = await readFile(notes, 'utf8');
  const document = join(folder, 'api.yaml');
  await writeFile(document, text);
  const running = execa(
    process.execPath,
    [binary, 'generate', 'api.yaml', '--out', 'suite', '--watch', '--json'],
    { cwd: folder, reject: false },
  );
  const reports = linesOf(running.stdout);
  const messages = linesOf(running.stderr);
  const report = async () => JSON.parse(await reports.next());
  const untilSaid = async (words: string) => {
    for (let line = ''; !line.includes(words);) line = await messages.next();
  };
  try {
    expect(await report()).toMatchObject({ title: 'Notes API' });
    await untilSaid('Watching');

    // As an editor that writes a new file and puts it in place of the old one; and once with nothing new in it.
    await writeFile(document, text);
    await writeFile(join(folder, 'api.yaml.new'), text.replace('Notes API', 'Second API'));
    await rename(join(folder, 'api.yaml.new'), document);
    expect(await report()).toMatchObject({ title: 'Second API' });
    await untilSaid('Watching');

    await writeFile(document, 'openapi: [');
    await untilSaid('api.yaml');
    await untilSaid('Watching');
    await writeFile(document, text.replace('Notes API', 'Third API'));
    expect(await report()).toMatchObject({ title: 'Third API' });
    await untilSaid('Watching');

    // There was none when it began.
    await writeFile(join(folder, 'ai-test-gen.config.yaml'), 'categories: [crud]');
    expect(await report()).not.toHaveProperty('byCategory.error');
    await untilSaid('Watching');
  } finally {
    running.kill('SIGINT');
  }
  expect((await running).exitCode).toBe(0);
});

/** The lines of a stream, one at a time. */
function linesOf(stream: NodeJS.ReadableStream): { next: () => Promise<string> } {
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const [...parts] = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const first = waiting.shift();
      if (first) first(part);
      else lines.push(part);
    }
  });
  return {
    next: () => {
      const line = lines.shift();
      return line === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(line);
    },
  };
}
