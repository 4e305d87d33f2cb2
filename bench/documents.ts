import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { load } from 'js-yaml';
import { z } from 'zod';

import { documentsIn, packageFolders, sharedSpecs } from '#lib/testing/suites/corpus';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Smaller documents generate faster than the process starts. */
const smallestBytes = 400_000;

/** The large real documents that are at hand: among the development dependencies, and in a folder beside the project. */
export async function largeDocuments(): Promise<string[]> {
  const names = [sharedSpecs, ...packageFolders].flatMap(documentsIn).map((name) => join(root, name));
  const sized = await Promise.all(names.map(async (name) => ({ name, size: (await stat(name)).size })));
  return sized.filter(({ size }) => size >= smallestBytes).map(({ name }) => name);
}

const repeatable = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/**
 * Writes a document that has each path of another one several times, under different prefixes.
 * @throws {Error} when the document is not one file with paths
 */
export async function writeRepeated(name: string, times: number, target: string): Promise<void> {
  if (!existsSync(name)) throw new Error(`${name} cannot be found: growth needs a document in one file.`);
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
