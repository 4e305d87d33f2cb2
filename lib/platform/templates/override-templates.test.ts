import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { loadTemplates } from './load-templates';
import { overrideTemplates } from './override-templates';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);

describe('overrideTemplates', () => {
  it('has the templates of the product where no folder is named', async () => {
    const { templates, overridden } = await overrideTemplates(undefined, await loadTemplates());
    expect([...templates]).toEqual([...(await loadTemplates())]);
    expect(overridden.size).toBe(0);
  });

  it('replaces a template by the file of its name, and reads nothing else', async () => {
    await write('README.md.ejs', '# Ours\n');
    await write('notes.txt', 'no template');
    await mkdir(join(folder, 'old.ejs'));
    const { templates, overridden } = await overrideTemplates(folder, await loadTemplates());
    expect(templates.get('README.md')).toBe('# Ours\n');
    expect(templates.get('pytest.ini')).toBe((await loadTemplates()).get('pytest.ini'));
    expect([...overridden]).toEqual([['README.md', join(folder, 'README.md.ejs')]]);
  });

  it('refuses a file that replaces nothing, and a folder that is not there', async () => {
    await write('conftets.py.ejs', '');
    await expect(overrideTemplates(folder, await loadTemplates())).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('conftets.py.ejs replaces no template'),
      advice: expect.stringContaining('conftest.py.ejs'),
    });
    await expect(overrideTemplates(join(folder, 'none'), await loadTemplates())).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it.each([
    ['a condition', 'a\n<% if (x { %>\nb\n<% } %>\n', 2],
    ['a value', 'a\n\n<%= view. %>\n', 3],
    ['a tag without an end', 'a\n<%% kept %>\n<% if (true) { %>\n<%= view', 4],
    ['a block without an end', 'a\n<% for (const x of []) { %>\nb\n', 4],
  ])('tells the line of %s that is wrong', async (_, text, line) => {
    await write('pytest.ini.ejs', text);
    await expect(overrideTemplates(folder, await loadTemplates())).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(new RegExp(`pytest\\.ini\\.ejs:${line}: `)),
    });
  });
});
