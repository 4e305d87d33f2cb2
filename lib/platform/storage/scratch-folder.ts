import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs work with an empty folder of its own in `<dataDir>/scratch`, which is gone afterwards. */
export async function inScratchFolder<T>(dataDir: string, work: (folder: string) => Promise<T>): Promise<T> {
  const parent = join(dataDir, 'scratch');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'suite-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const abandonedMs = 24 * 60 * 60_000;

/** Removes folders that a killed process left a day ago or longer. */
export async function cleanScratchFolders(dataDir: string, now: Date): Promise<void> {
  const parent = join(dataDir, 'scratch');
  for (const name of await readdir(parent).catch(() => [])) {
    const folder = join(parent, name);
    const { mtimeMs } = await stat(folder);
    if (now.getTime() - mtimeMs >= abandonedMs) await rm(folder, { recursive: true, force: true });
  }
}
