import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '#lib/core/errors';
import type { Target } from '#lib/core/generator/settings';
import { loadTemplates } from '#lib/platform/templates/load-templates';

/**
 * Copies the built-in templates of a target into a folder, as a start for own ones.
 * @throws AppError `conflict` for a folder that holds something, which stays as it is
 */
export async function copyTemplates(folder: string, target: Target): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) {
      throw new AppError('conflict', `${folder} is not empty, and nothing was written.`, {
        advice: 'Name a new or an empty folder.',
      });
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('invalid_input', `${folder} is no folder that can be written to.`, { cause });
  }
  const templates = await loadTemplates(target);
  for (const [name, text] of templates) await writeFile(join(folder, `${name}.ejs`), text, { flag: 'wx' });
  process.stdout.write(
    `Copied ${templates.size} templates to ${folder}. Keep those that you change, and name the folder as templates.\n`,
  );
}
