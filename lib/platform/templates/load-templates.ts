import { fileURLToPath } from 'node:url';

import { readTemplateNames, readTemplates } from './read-templates';

const folder = fileURLToPath(new URL('../../../generator-templates/', import.meta.url));

/** The built-in templates of a target by name without `.ejs`, from any working directory. */
export async function loadTemplates(target = 'pytest'): Promise<Map<string, string>> {
  return readTemplates(folder, target);
}

/** The names of the built-in templates of all targets. */
export async function loadTemplateNames(): Promise<Set<string>> {
  return readTemplateNames(folder);
}
