import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The texts of the templates in a folder by name without `.ejs`: `cases.py`, `README.md`. */
export async function readTemplates(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ejs')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name.slice(0, -'.ejs'.length), texts[index] ?? '']));
}

/** The built-in templates, for the web application: it is started in the project's root, and is bundled away from it. */
export async function readProjectTemplates(): Promise<Map<string, string>> {
  return readTemplates(join(process.cwd(), 'generator-templates', 'pytest'));
}
