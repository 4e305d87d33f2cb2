import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { main } from '../main';

import { capturedOutput } from '#lib/testing/captured-output';

const notes = fileURLToPath(new URL('../../core/generator/golden/notes.openapi.yaml', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-templates-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => capturedOutput(() => main(args));
const own = () => join(folder, 'templates');
const suite = () => join(folder, 'suite');
const copy = () => run('config', 'templates', own());
const generate = () => run('generate', notes, '--out', suite(), '--templates', own());
const change = async (name: string, edit: (text: string) => string) => {
  const path = join(own(), name);
  await writeFile(path, edit(await readFile(path, 'utf8')));
};

describe('config templates', () => {
  it('copies the built-in templates out, which then give the same suite', async () => {
    const { stdout } = await copy();
    expect(stdout).toMatch(/^Copied \d+ templates to /);
    expect(await readdir(own())).toContain('conftest.py.ejs');
    await run('generate', notes, '--out', join(folder, 'built-in'));
    expect((await generate()).exitCode).toBe(0);
    for (const name of await readdir(suite())) {
      if (name === 'schemas') continue;
      expect(await readFile(join(suite(), name), 'utf8'), name).toBe(
        await readFile(join(folder, 'built-in', name), 'utf8'),
      );
    }
  });

  it('copies those of the target that is named, and leaves those of others alone', async () => {
    await run('config', 'templates', own(), '--target', 'playwright');
    expect(await readdir(own())).toContain('fixtures.ts.ejs');
    await change('cases.ts.ejs', (text) =>
      text.replace('<%= test.comment %>', '// ours\n  <%= test.comment %>'),
    );
    const target = ['--out', suite(), '--templates', own(), '--target', 'playwright'];
    expect((await run('generate', notes, ...target)).exitCode).toBe(0);
    expect(await readFile(join(suite(), 'note-crud.spec.ts'), 'utf8')).toContain('  // ours\n');
    expect(
      (await run('generate', notes, '--out', join(folder, 'python'), '--templates', own())).exitCode,
    ).toBe(0);
    expect(await run('config', 'templates', join(folder, 'other'), '--target', 'jest')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('--target: Give one of: pytest, playwright.'),
    });
  });

  it('tells the line of what a template printed that is no TypeScript', async () => {
    await run('config', 'templates', own(), '--target', 'playwright');
    await change('api-client.ts.ejs', (text) => `${text}export const broken = ;\n`);
    const target = ['--out', suite(), '--templates', own(), '--target', 'playwright'];
    expect(await run('generate', notes, ...target)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(
        /api-client\.ts\.ejs printed something that is no TypeScript, in line \d+ of api-client\.ts: Expression expected/,
      ),
    });
  });

  it('never writes into a folder that holds something', async () => {
    await copy();
    expect(await copy()).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('is not empty, and nothing was written'),
    });
  });
});

describe('generate --templates', () => {
  beforeEach(copy);

  it('prints with the file of the team, laid out as Python', async () => {
    await change('api_client.py.ejs', (text) => `${text}\n\nTEAM   = ( 'tea',  )\n`);
    await change('cases.py.ejs', (text) => text.replace('<%= test.docstring %>', '$&\n        pass'));
    expect(await generate()).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await readFile(join(suite(), 'api_client.py'), 'utf8')).toMatch(/\n\n\nTEAM = \("tea",\)\n$/);
    expect(await readFile(join(suite(), 'test_note_crud.py'), 'utf8')).toContain('"""\n        pass\n');
  });

  it.each([
    [
      'what fails while it prints',
      (text: string) => text.replace(/\n/, '\n<%= view.gone.deep %>\n'),
      /conftest\.py\.ejs:2: Cannot read properties of undefined \(reading 'deep'\)/,
    ],
    [
      'a value that there is none of',
      (text: string) => text.replace(/\n/, '\n\n<%= view.gone %>\n'),
      /conftest\.py\.ejs:3: A template printed a value that its view does not have\./,
    ],
    ['a tag that is no JavaScript', () => 'a\n<% if ( { %>\n', /conftest\.py\.ejs:2: Unexpected token/],
    [
      'what is no Python',
      (text: string) => `${text}\ndef broken(:\n    pass\n`,
      /conftest\.py\.ejs printed something that is no Python, in line \d+ of conftest\.py: Expected .*\n {4}def broken\(:/,
    ],
  ])('names the template and the line of %s', async (_, edit, message) => {
    await change('conftest.py.ejs', edit);
    const { exitCode, stderr } = await generate();
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(1);
  });

  it('says what it cuts cases at, when a template does not print that', async () => {
    await change('cases.py.ejs', (text) => text.replace('# @@case', '# case'));
    const { exitCode, stderr } = await generate();
    expect(stderr).toMatch(
      /cases\.py\.ejs did not print a line "# @@case <index>" before each case\.\n {2}Keep/,
    );
    expect(exitCode).toBe(1);
  });

  it('refuses names that replace nothing', async () => {
    await writeFile(join(own(), 'test.py.ejs'), '');
    const { exitCode, stderr } = await generate();
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('test.py.ejs replaces no template.'),
    });
  });
});
