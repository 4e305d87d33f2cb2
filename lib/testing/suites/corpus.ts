import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Parts of other documents, not documents. */
const parts =
  /petstore-separate\/(common|spec\/(?!swagger))|redocly-cafe\/(components|paths|webhooks)|package\.json|tsconfig|asyncapi/;

/** Real documents in a folder under the project's root, relative to it; none when the folder is not there. */
export function documentsIn(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|ya?ml)$/.test(name) && !parts.test(join(folder, name)))
    .toSorted()
    .map((name) => relative(root, join(path, name)));
}

export const packageFolders = [
  'node_modules/@readme/oas-examples',
  'node_modules/@figma/rest-api-spec',
  'node_modules/@netlify/open-api',
  'node_modules/@scalar/galaxy',
];

export const sharedSpecs = '../shared/specs';

/** Tested in a file of their own, beside the others. */
export const largeDocuments = /stripe|kubernetes/;

/** A document's text, and a way to read the files that it refers to. */
export async function openDocument(name: string) {
  const entry = join(root, name);
  return {
    name,
    text: await readFile(entry, 'utf8'),
    load: (file: string) => readFile(join(dirname(entry), file), 'utf8'),
  };
}
