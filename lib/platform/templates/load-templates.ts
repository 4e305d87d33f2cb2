import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../generator-templates/pytest/', import.meta.url));

/** The texts of the generator's templates by name without `.ejs`: `cases.py`, `expression`. */
export async function loadTemplates(): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ejs')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, `file://${folder}`), 'utf8')));
  return new Map(names.map((name, index) => [name.slice(0, -'.ejs'.length), texts[index] ?? '']));
}
