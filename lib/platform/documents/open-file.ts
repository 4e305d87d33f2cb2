import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

import { decodeText, tooLarge, type Limits } from './limits';
import type { OpenedDocument } from './open-document';

import { AppError } from '#lib/core/errors';

/** Opens a local document; its references may lead to files inside `root` only, symbolic links followed. */
export async function openFile(
  path: string,
  root: string | undefined,
  limits: Limits,
): Promise<OpenedDocument> {
  const entry = await realPathOf(path, path);
  const folder = dirname(entry);
  const fence = root === undefined ? folder : await realPathOf(root, root);
  return {
    name: path,
    text: await readText(entry, path, limits),
    load: async (name) => readText(await insidePath(name, folder, fence), name, limits),
  };
}

/** The fence is checked before the file system is touched, and again behind symbolic links. */
async function insidePath(name: string, folder: string, fence: string): Promise<string> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) {
    throw new AppError('forbidden', `${name} is not read: a local document may refer to local files only.`, {
      advice: 'Save that file beside the document and refer to it by a relative name.',
    });
  }
  const path = resolve(folder, percentDecode(name));
  if (!isInside(path, fence)) throw outside(name, fence);
  const real = await realPathOf(path, name);
  if (!isInside(real, fence)) throw outside(name, fence);
  return real;
}

function isInside(path: string, fence: string): boolean {
  const way = relative(fence, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function outside(name: string, fence: string): AppError {
  return new AppError('forbidden', `${name} is not read: it lies outside ${fence}.`, {
    advice: 'Move the file below that folder, or name a common folder as the root.',
  });
}

async function readText(path: string, name: string, { maxBytes, signal }: Limits): Promise<string> {
  const found = await stat(path);
  if (!found.isFile())
    throw new AppError('not_found', `${name} is no file.`, { advice: 'Name the entry file.' });
  if (found.size > maxBytes) throw tooLarge(name, maxBytes);
  return decodeText(name, await readFile(path, signal ? { signal } : {}));
}

async function realPathOf(path: string, name: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    throw new AppError('not_found', `${name} cannot be found.`, {
      advice: 'Check the name and its folder.',
      cause,
    });
  }
}

function percentDecode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
