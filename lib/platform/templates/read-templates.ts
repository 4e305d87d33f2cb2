import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The texts of the templates of a target by name without `.ejs`: `cases.py`, `README.md`. */
export async function readTemplates(folder: string, target: string): Promise<Map<string, string>> {
  const names = await templateNames(join(folder, target));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, target, `${name}.ejs`), 'utf8')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}

/** The names of the templates of all targets. */
export async function readTemplateNames(folder: string): Promise<Set<string>> {
  const targets = await readdir(folder);
  return new Set((await Promise.all(targets.map((target) => templateNames(join(folder, target))))).flat());
}

async function templateNames(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ejs')).sort();
  return names.map((name) => name.slice(0, -'.ejs'.length));
}

/** The folder of the built-in templates, for the web application: it is started in the project's root, and is bundled away from it. */
export function projectTemplates(): string {
  return join(process.cwd(), 'generator-templates');
}
