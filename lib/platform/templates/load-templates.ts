import { fileURLToPath } from 'node:url';

import { readTemplates } from './read-templates';

const folder = fileURLToPath(new URL('../../../generator-templates/pytest/', import.meta.url));

/** The texts of the built-in templates by name without `.ejs`, from any working directory. */
export async function loadTemplates(): Promise<Map<string, string>> {
  return readTemplates(folder);
}
