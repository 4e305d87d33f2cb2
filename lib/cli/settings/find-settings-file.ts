import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import type { FilesRead } from '../files-read';

import { AppError } from '#lib/core/errors';

export const settingsFileName = 'ai-test-gen.config.yaml';
const mostBytes = 1024 * 1024;

export interface FoundFile {
  path: string;
  text: string;
}

/**
 * The settings file that counts: the given one, else the nearest from the working directory up to the root of its
 * repository. Outside of a repository only the working directory itself is looked at: what lies above belongs to others.
 *
 * @throws AppError `not_found` for a given file that is not there, `too_large`
 */
export async function findSettingsFile(
  given: string | undefined,
  folder: string,
  files: FilesRead,
): Promise<FoundFile | undefined> {
  if (given !== undefined) {
    await files.note(resolve(folder, given));
    return readOne(resolve(folder, given), given);
  }
  for (const each of await foldersUpwards(folder)) {
    const path = join(each, settingsFileName);
    await files.note(path);
    if (await exists(path)) return readOne(path, path);
  }
  return undefined;
}

async function foldersUpwards(start: string): Promise<string[]> {
  const folders: string[] = [];
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    folders.push(folder);
    // A worktree and a submodule have a file of that name.
    if (await exists(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return folders.slice(0, 1);
  }
}

async function readOne(path: string, name: string): Promise<FoundFile> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new AppError('not_found', `The settings file ${name} cannot be found.`, {
      advice: 'ai-test-gen config init writes one.',
      cause,
    });
  });
  if (!info.isFile()) throw new AppError('invalid_input', `The settings file ${name} is no file.`);
  if (info.size > mostBytes)
    throw new AppError('too_large', `The settings file ${name} is larger than 1 MB.`);
  return { path, text: await readFile(path, 'utf8') };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
