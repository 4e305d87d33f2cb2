import { writeFile } from 'node:fs/promises';

import { AppError } from '#lib/core/errors';
import { starterText } from '#lib/core/settings-file/starter-text';

/**
 * Writes a settings file to start from.
 * @throws AppError `conflict` where a file of the name is, which stays as it is
 */
export async function initConfig(file: string): Promise<void> {
  try {
    await writeFile(file, starterText(), { flag: 'wx' });
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw exists
      ? new AppError('conflict', `${file} exists, and nothing was written.`, {
          advice: 'Give another name, or remove it first.',
          cause,
        })
      : new AppError('invalid_input', `${file} cannot be written.`, {
          advice: 'Check the folder and its permissions.',
          cause,
        });
  }
  process.stdout.write(`Wrote ${file}: every setting with its default, commented out.\n`);
}
