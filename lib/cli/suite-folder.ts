import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { z } from 'zod';

import { AppError } from '#lib/core/errors';
import { generatorName } from '#lib/core/generator/coverage/report';
import type { GeneratedFile } from '#lib/core/generator/suite';

/** What the command line reads of its own earlier `coverage.json`. */
const marker = z.object({ generator: z.literal(generatorName), files: z.array(z.string()) });

/** Names of files that a suite may hold: nothing that leaves the folder. */
const safePath = /^(?:[a-zA-Z0-9_][a-zA-Z0-9_.-]*\/)?[a-zA-Z0-9_][a-zA-Z0-9_.-]*$/;

export interface WriteOptions {
  /** Overwrite in a folder that holds other files than ours. */
  force: boolean;
}

/**
 * Writes a suite into a folder and removes what an earlier suite left there; other files are not touched.
 *
 * @returns the number of files that were removed.
 * @throws AppError `conflict` for a folder with files of others, unless forced; `invalid_input` for a path that is a
 * file or leads out of the folder through a link.
 */
export async function writeSuiteFolder(
  folder: string,
  files: readonly GeneratedFile[],
  { force }: WriteOptions,
): Promise<number> {
  const root = resolve(folder);
  const earlier = await earlierFiles(root, force);
  const written = new Set(files.map((file) => file.path));
  const stale = earlier.filter((path) => !written.has(path));
  for (const path of [...written, ...stale]) {
    if (!safePath.test(path)) throw new AppError('internal', `A suite must not hold a file named ${path}.`);
  }
  refuseLinks(root, new Set([...written, ...stale]));
  for (const path of stale) rmSync(join(root, path), { force: true });
  for (const folder of new Set(files.map((file) => dirname(join(root, file.path))))) {
    mkdirSync(folder, { recursive: true });
  }
  // Nothing else goes on meanwhile: for many small files waiting for each costs more than writing it.
  for (const file of files) overwrite(join(root, file.path), file.text);
  return stale.length;
}

/** Never through a link, also where one was put there a moment ago; Windows has no such flag. */
const opening = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);

function overwrite(path: string, text: string): void {
  const file = openSync(path, opening, 0o666);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/** The files of the suite that stands in the folder. */
async function earlierFiles(root: string, force: boolean): Promise<string[]> {
  const names = await readdir(root).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw new AppError('invalid_input', `${root} is not a folder.`, { cause: error });
  });
  if (names.length === 0) return [];
  const found = marker.safeParse(await readMarker(root));
  if (found.success) return found.data.files.filter((path) => safePath.test(path));
  if (force) return [];
  throw new AppError('conflict', `${root} holds files that ai-test-gen did not write.`, {
    advice: 'Choose an empty folder, or add --force to write into this one.',
  });
}

async function readMarker(root: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(root, 'coverage.json'), 'utf8')) as unknown;
  } catch {
    // No report, or not a report of ours: the folder belongs to somebody else.
    return undefined;
  }
}

/** A link below the folder would let a write land elsewhere. */
function refuseLinks(root: string, paths: ReadonlySet<string>): void {
  const folders = new Set([...paths].map((path) => dirname(path)));
  const refuse = (folder: string, isOurs: (name: string) => boolean): void => {
    for (const entry of entriesOf(join(root, folder))) {
      if (!entry.isSymbolicLink() || !isOurs(entry.name)) continue;
      const link = join(root, folder, entry.name);
      throw new AppError('invalid_input', `${link} is a link, and a suite is never written through one.`, {
        advice: 'Remove the link.',
      });
    }
  };
  refuse('.', (name) => folders.has(name) || paths.has(name));
  for (const folder of folders) {
    if (folder !== '.') refuse(folder, (name) => paths.has(`${folder}/${name}`));
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
