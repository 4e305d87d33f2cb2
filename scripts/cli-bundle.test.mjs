import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { cliBundle } from './cli-bundle.mjs';

const notes = fileURLToPath(new URL('../lib/core/generator/golden/notes.openapi.yaml', import.meta.url));

let folder;
beforeAll(() => {
  // Below the project, as the real one: packages that stay outside are found from there.
  const parent = fileURLToPath(new URL('../.setup/', import.meta.url));
  mkdirSync(parent, { recursive: true });
  folder = mkdtempSync(join(parent, 'bundle-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('is built once, and again when a source changed', async () => {
  const first = await cliBundle(folder);
  expect(await cliBundle(folder)).toBe(first);
  const list = join(folder, 'sources.json');
  const known = JSON.parse(readFileSync(list, 'utf8'));
  expect(known.sources.map(([path]) => path)).toContain('lib/core/generator/generate-suite.ts');
  known.sources[0][1] = 'other';
  writeFileSync(list, JSON.stringify(known));
  const second = await cliBundle(folder);
  expect(second).not.toBe(first);
  expect(await cliBundle(folder)).toBe(second);
});

it('generates a suite and knows every command', async () => {
  const entry = await cliBundle(folder);
  const program = `const { main } = await import(${JSON.stringify(entry)}); process.exitCode = await main(process.argv.slice(1));`;
  const run = (...args) =>
    execa(process.execPath, ['--input-type=module', '-e', program, ...args], { reject: false });
  const out = mkdtempSync(join(tmpdir(), 'bundled-'));
  try {
    const generated = await run('generate', notes, '--out', out);
    expect(generated).toMatchObject({ exitCode: 0, stderr: '' });
    expect(generated.stdout).toContain('Notes API');
  } finally {
    rmSync(out, { recursive: true });
  }
  const status = await execa(process.execPath, ['--input-type=module', '-e', program, 'status'], {
    reject: false,
    env: { DATA_DIR: join(folder, 'nowhere') },
  });
  expect(status).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('There is no database') });
});

it('gives nothing where it cannot be written', async () => {
  writeFileSync(join(folder, 'file'), '');
  expect(await cliBundle(join(folder, 'file', 'cli'))).toBeUndefined();
});
