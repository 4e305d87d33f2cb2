import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { AppError } from '#lib/core/errors';

/** Names that the generator gives out; nothing else is ever written, wherever it came from. */
const safePath = /^(?:[a-zA-Z0-9_][a-zA-Z0-9_.-]*\/)?[a-zA-Z0-9_][a-zA-Z0-9_.-]*$/;

export interface StoredFile {
  /** Relative, POSIX, at most one folder deep. */
  path: string;
  text: string;
}

/**
 * Writes files into a folder, which is made.
 * @throws AppError `internal` for a path that could lead out of it
 */
export async function writeFiles(folder: string, files: readonly StoredFile[]): Promise<void> {
  const bad = files.find(({ path }) => !safePath.test(path));
  if (bad !== undefined) throw new AppError('internal', `A file must not be named ${bad.path}.`);
  for (const directory of new Set(files.map(({ path }) => dirname(path)))) {
    await mkdir(join(folder, directory), { recursive: true });
  }
  for (const { path, text } of files) await writeFile(join(folder, path), text);
}

/**
 * Puts a folder with these files in the place of another: a reader sees the old one, for a moment none, or the new one,
 * never half of it.
 * @param token makes the temporary names unique to the caller
 */
export async function replaceFolder(
  target: string,
  files: readonly StoredFile[],
  token: string,
): Promise<void> {
  const fresh = `${target}.${token}.new`;
  const old = `${target}.${token}.old`;
  await rm(fresh, { recursive: true, force: true });
  await writeFiles(fresh, files);
  await rm(old, { recursive: true, force: true });
  await rename(target, old).catch(ignoreMissing);
  await rename(fresh, target);
  await rm(old, { recursive: true, force: true });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
