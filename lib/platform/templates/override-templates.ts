import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '../../core/errors';

import { checkTemplate } from './check-template';

const mostBytes = 1024 * 1024;

export interface TemplateSet {
  templates: Map<string, string>;
  /** Files of the templates that a team wrote, by name. */
  overridden: Map<string, string>;
}

/**
 * The templates of the product, each replaced by the file of its name in a folder. Only `.ejs` files are read.
 *
 * @param folder of a team's own templates; absent: those of the product
 * @param builtIn those of the product
 * @param ofOthers names of templates of other targets: a folder may hold some, which are left alone
 * @throws AppError `not_found` for the folder, `invalid_input` for a file that replaces nothing or is no template
 */
export async function overrideTemplates(
  folder: string | undefined,
  builtIn: ReadonlyMap<string, string>,
  ofOthers: ReadonlySet<string> = new Set(),
): Promise<TemplateSet> {
  const templates = new Map(builtIn);
  const overridden = new Map<string, string>();
  if (folder === undefined) return { templates, overridden };
  const known = new Set(templates.keys());
  for (const fileName of await templateFiles(folder)) {
    const file = join(folder, fileName);
    const name = fileName.slice(0, -'.ejs'.length);
    if (!known.has(name)) {
      if (ofOthers.has(name)) continue;
      throw new AppError('invalid_input', `${file} replaces no template.`, {
        advice: `There are: ${[...known].map((each) => `${each}.ejs`).join(', ')}.`,
      });
    }
    const text = await readFile(file, 'utf8');
    if (text.length > mostBytes) throw new AppError('too_large', `${file} is larger than 1 MB.`);
    checkTemplate(file, text);
    templates.set(name, text);
    overridden.set(name, file);
  }
  return { templates, overridden };
}

async function templateFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.ejs'))
      .map((entry) => entry.name)
      .sort();
  } catch (cause) {
    throw new AppError('not_found', `The folder of templates ${folder} cannot be read.`, {
      advice: 'ai-test-gen config templates <folder> makes one with all templates to start from.',
      cause,
    });
  }
}
