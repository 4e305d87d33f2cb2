import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { main } from './main';

import { capturedOutput } from '#lib/testing/captured-output';

const binary = fileURLToPath(new URL('bin.mjs', import.meta.url));
const notes = fileURLToPath(new URL('../core/generator/golden/notes.openapi.yaml', import.meta.url));

describe('ai-test-gen generate', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generate-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  /** In this process; names in the folder are made absolute. */
  const generate = (...args: string[]) =>
    capturedOutput(() => main(['generate', ...args.map((arg) => (isName(arg) ? join(folder, arg) : arg))]));
  const isName = (arg: string) =>
    ['suite', 'file', 'missing.yaml', 'broken.yaml', 'wrong.yaml'].includes(arg);

  it('writes a suite from any working directory, and a summary', async () => {
    const { exitCode, stdout, stderr } = await execa(
      process.execPath,
      [binary, 'generate', notes, '--out', 'suite'],
      { cwd: folder, reject: false },
    );
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Notes API 1\.0\.0: 3 operations, \d+ files in suite/);
    expect(stdout).toMatch(
      /crud +\d+ +\d+\n +validation +\d+ +\d+\n +error +\d+ +\d+\n +auth +\d+ +\d+\n +performance +\d+ +\d+\n +all/,
    );
    expect(await readdir(join(folder, 'suite'))).toContain('test_note_crud.py');
  });

  it('prints the result as JSON', async () => {
    const { stdout } = await generate(notes, '--out', 'suite', '--json', '--category', 'crud');
    expect(JSON.parse(stdout)).toMatchObject({
      title: 'Notes API',
      operations: 3,
      byCategory: { crud: { cases: expect.any(Number) } },
      diagnostics: [],
    });
    expect(JSON.parse(stdout)).not.toHaveProperty('byCategory.error');
  });

  it('replaces its own suite, removes what is stale and leaves other files alone', async () => {
    await generate(notes, '--out', 'suite');
    await writeFile(join(folder, 'suite', 'notes.txt'), 'mine');
    const { stdout } = await generate(notes, '--out', 'suite', '--json', '--category', 'crud');
    expect(JSON.parse(stdout)).toMatchObject({ removedFiles: 3 });
    const names = await readdir(join(folder, 'suite'));
    expect(names).not.toContain('test_note_errors.py');
    expect(names).toContain('notes.txt');
  });

  it('refuses a folder that holds files of others, unless forced', async () => {
    await mkdir(join(folder, 'suite'));
    await writeFile(join(folder, 'suite', 'coverage.json'), '{"generator": "another"}');
    const refused = await generate(notes, '--out', 'suite');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('holds files that ai-test-gen did not write');
    expect(await readFile(join(folder, 'suite', 'coverage.json'), 'utf8')).toBe('{"generator": "another"}');
    expect((await generate(notes, '--out', 'suite', '--force')).exitCode).toBe(0);
  });

  it('never writes through a link', async () => {
    await mkdir(join(folder, 'elsewhere'));
    await generate(notes, '--out', 'suite');
    await rm(join(folder, 'suite', 'schemas'), { recursive: true });
    await symlink(join(folder, 'elsewhere'), join(folder, 'suite', 'schemas'));
    const { exitCode, stderr } = await generate(notes, '--out', 'suite');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('is a link');
    expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
  });

  it('reads a document from a URL', async () => {
    const text = await readFile(notes, 'utf8');
    const server = createServer((_, response) => response.end(text)).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    try {
      const { port } = server.address() as AddressInfo;
      const { exitCode } = await generate(`http://127.0.0.1:${port}/api.yaml`, '--out', 'suite');
      expect(exitCode).toBe(0);
    } finally {
      server.close();
    }
  });

  it.each([
    [['missing.yaml', '--out', 'suite'], 'cannot be found'],
    [['broken.yaml', '--out', 'suite'], 'broken.yaml'],
    [[notes], 'No folder is named to write the suite into.'],
    [[], 'No document is named.'],
    [[notes, '--out', 'suite', '--category', 'unknown'], '--category: Give one of: crud,'],
    [[notes, '--out', 'suite', '--budget', 'few'], '--budget: Give a whole number from 1 to 1000.'],
    [[notes, '--out', 'suite', '--config', 'missing.yaml'], 'missing.yaml cannot be found'],
    [[notes, '--out', 'suite', '--config', 'wrong.yaml'], 'wrong.yaml:1: budget is 0.'],
    [[notes, '--ouut', 'suite'], "unknown option '--ouut'"],
    [[notes, '--out', 'file'], 'is not a folder'],
  ])('says what is wrong with %j and exits with 1', async (args, message) => {
    await writeFile(join(folder, 'broken.yaml'), 'openapi: [');
    await writeFile(join(folder, 'wrong.yaml'), 'budget: 0');
    await writeFile(join(folder, 'file'), '');
    const { exitCode, stderr } = await generate(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(exitCode).toBe(1);
  });

  it('explains itself', async () => {
    const { stdout, exitCode } = await generate('--help');
    expect(stdout).toContain('--exclude-tag');
    expect(exitCode).toBe(0);
  });
});
