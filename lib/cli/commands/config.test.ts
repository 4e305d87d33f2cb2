import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';

const binary = fileURLToPath(new URL('../bin.mjs', import.meta.url));
const notes = fileURLToPath(new URL('../../core/generator/golden/notes.openapi.yaml', import.meta.url));
const file = 'ai-test-gen.config.yaml';

let repository: string;
let folder: string;
beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), 'config-'));
  folder = join(repository, 'services', 'shop');
  await mkdir(folder, { recursive: true });
});
afterEach(() => rm(repository, { recursive: true }));

const run = (...args: string[]) => execa(process.execPath, [binary, ...args], { cwd: folder, reject: false });

it('finds the file above, up to the root of the repository, and says where each value comes from', async () => {
  await writeFile(join(repository, file), 'budget: 12\nperformance:\n  rounds: 3\n');
  const outside = await run('config', '--json');
  expect(JSON.parse(outside.stdout)).toMatchObject({ file: null, settings: { budget: 40 } });
  await mkdir(join(repository, '.git'));
  const { stdout, exitCode } = await run('config', '--locale', 'de', '--no-formats');
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`Settings file: ${join(repository, file)}`);
  expect(stdout).toMatch(/^budget +12 +\S+ai-test-gen\.config\.yaml:1$/m);
  expect(stdout).toMatch(/^performance\.rounds +3 +\S+ai-test-gen\.config\.yaml:3$/m);
  expect(stdout).toMatch(/^locale +de +--locale$/m);
  expect(stdout).toMatch(/^assertFormats +false +--no-formats$/m);
  expect(stdout).toMatch(/^naming +operation-id +default$/m);
});

it('takes the nearest file, and another one where it is named', async () => {
  await mkdir(join(repository, '.git'));
  await writeFile(join(repository, file), 'budget: 1');
  await writeFile(join(folder, file), 'seed: near\nassertFormats: false');
  await writeFile(join(folder, 'other.json'), '{"budget": 3}');
  const near = JSON.parse((await run('config', '--json', '--formats')).stdout);
  expect(near.settings).toMatchObject({ seed: 'near', budget: 40, assertFormats: true });
  const named = JSON.parse((await run('config', '--json', '--config', 'other.json')).stdout);
  expect(named).toMatchObject({ file: join(folder, 'other.json'), settings: { budget: 3 } });
});

it('generates what the file names, from its own folder', async () => {
  await mkdir(join(repository, '.git'));
  await writeFile(join(repository, 'notes.yaml'), await readFile(notes));
  await writeFile(join(repository, file), 'document: notes.yaml\nout: tests/notes\ncategories: [crud]\n');
  const { stdout, stderr, exitCode } = await run('generate', '--exclude-tag', 'gone');
  expect(stderr).toBe('warning: No operation has the tag gone, so nothing is excluded by it.');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Notes API 1.0.0: 3 operations');
  expect(await readdir(join(repository, 'tests', 'notes'))).toContain('test_note_crud.py');
});

it('writes a file to start from, and never over another', async () => {
  const { stdout } = await run('config', 'init');
  expect(stdout).toBe('Wrote ai-test-gen.config.yaml: every setting with its default, commented out.');
  expect((await run('config', '--json')).exitCode).toBe(0);
  await writeFile(join(folder, file), 'budget: 2');
  const { stderr, exitCode } = await run('config', 'init');
  expect({ stderr, exitCode }).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('exists, and nothing was written'),
  });
  expect(await readFile(join(folder, file), 'utf8')).toBe('budget: 2');
});

it('refuses a bad file with its lines, on one screen', async () => {
  await writeFile(join(folder, file), 'budget: 2\ncolour: red\n');
  const { stderr, exitCode } = await run('generate', notes, '--out', 'suite');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error: ai-test-gen\.config\.yaml:2: There is no setting colour\. Known are: /);
});
