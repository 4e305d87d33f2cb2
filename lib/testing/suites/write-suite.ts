import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { GeneratedFile } from '../../core/generator/suite';

/** Writes the files of a suite under a folder. */
export async function writeSuite(folder: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, text } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
