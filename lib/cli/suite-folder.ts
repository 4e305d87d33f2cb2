import { lstat, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
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
    await refuseLinks(root, path);
  }
  for (const path of stale) await rm(join(root, path), { force: true });
  for (const file of files) {
    const target = join(root, file.path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, file.text);
  }
  return stale.length;
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
async function refuseLinks(root: string, path: string): Promise<void> {
  let current = root;
  for (const part of path.split('/')) {
    current = join(current, part);
    const info = await lstat(current).catch(() => undefined);
    if (info?.isSymbolicLink()) {
      throw new AppError('invalid_input', `${current} is a link, and a suite is never written through one.`, {
        advice: 'Remove the link.',
      });
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
