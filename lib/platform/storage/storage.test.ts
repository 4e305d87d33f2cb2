import { mkdir, mkdtemp, readFile, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { cleanScratchFolders, inScratchFolder } from './scratch-folder';
import { replaceFolder, writeFiles } from './write-files';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'storage-'));
});
afterEach(() => rm(root, { recursive: true }));

it('replaces a folder as a whole, also after a replacement that was cut off', async () => {
  const target = join(root, 'pets');
  await replaceFolder(target, [{ path: 'a.py', text: '1' }], 'x');
  await mkdir(`${target}.y.new`);
  await mkdir(`${target}.y.old`);
  await replaceFolder(target, [{ path: 'schemas/b.json', text: '2' }], 'y');
  expect(await readdir(root)).toEqual(['pets']);
  expect(await readdir(target)).toEqual(['schemas']);
  expect(await readFile(join(target, 'schemas/b.json'), 'utf8')).toBe('2');
});

it.each(['../a.py', '/etc/a', 'a/../b', 'a/b/c', '.hidden', 'a b', ''])('never writes %j', async (path) => {
  await expect(writeFiles(join(root, 'in'), [{ path, text: '' }])).rejects.toMatchObject({
    code: 'internal',
  });
  expect(await readdir(root)).toEqual([]);
});

it('takes scratch folders away, those of killed processes after a day', async () => {
  await expect(inScratchFolder(root, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(join(root, 'scratch'))).toEqual([]);
  const old = join(root, 'scratch', 'suite-old');
  await mkdir(old);
  await mkdir(join(root, 'scratch', 'suite-new'));
  const now = new Date();
  const yesterday = new Date(now.getTime() - 25 * 60 * 60_000);
  await utimes(old, yesterday, yesterday);
  await cleanScratchFolders(root, now);
  await cleanScratchFolders(join(root, 'nowhere'), now);
  expect(await readdir(join(root, 'scratch'))).toEqual(['suite-new']);
});
