import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { load } from 'js-yaml';
import { z } from 'zod';

import { githubDocument } from './cache';

import { sharedSpecs } from '#lib/testing/suites/corpus';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Documents with names of their own; any other name is that of a file. */
const known: Readonly<Record<string, () => Promise<string>>> = {
  github: githubDocument,
  stripe: () => Promise.resolve(join(root, sharedSpecs, 'stripe.yaml')),
  box: () => Promise.resolve(join(root, sharedSpecs, 'box.json')),
};

export const usualDocuments = Object.keys(known);

/**
 * The path of a document.
 * @throws {Error} when there is no such file
 */
export async function findDocument(name: string): Promise<string> {
  const path = (await known[name]?.()) ?? resolve(name);
  if (!existsSync(path)) throw new Error(`${name}: there is no file ${path}.`);
  return path;
}

const repeatable = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/**
 * Writes a document that has each path of another one several times, under different prefixes.
 * @throws {Error} when the document is not one file with paths
 */
export async function writeRepeated(name: string, times: number, target: string): Promise<void> {
  const document = repeatable.parse(load(await readFile(name, 'utf8')));
  const copies = Array.from({ length: times }, (_, copy) =>
    Object.entries(document.paths).map(([path, item]): [string, unknown] => [
      `/copy-${copy + 1}${path}`,
      renamed(item, copy + 1),
    ]),
  );
  await writeFile(target, JSON.stringify({ ...document, paths: Object.fromEntries(copies.flat()) }));
}

/** Operation ids must be unique in a document (OpenAPI 3.1, 4.8.10). */
function renamed(item: Record<string, unknown>, copy: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      const named = z.looseObject({ operationId: z.string() }).safeParse(operation);
      return [
        method,
        named.success ? { ...named.data, operationId: `${named.data.operationId}_${copy}` } : operation,
      ];
    }),
  );
}
