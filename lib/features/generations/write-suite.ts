import { join } from 'node:path';

import type { Context } from '../context';

import { replaceFolder } from '#lib/platform/storage/write-files';

/**
 * Writes the stored suite of a ready generation to `generated/<slug>/`, unless a newer one of the API is ready: a late
 * repetition never brings back an old suite.
 */
export async function writeSuite({ db }: Context, dataDir: string, generationId: string): Promise<void> {
  const generation = await db.generation.findUniqueOrThrow({
    where: { id: generationId },
    select: {
      apiId: true,
      number: true,
      api: { select: { slug: true } },
      files: { select: { path: true, content: true } },
    },
  });
  const newer = await db.generation.count({
    where: { apiId: generation.apiId, state: 'ready', number: { gt: generation.number } },
  });
  if (newer > 0) return;
  const files = generation.files.map(({ path, content }) => ({ path, text: content }));
  await replaceFolder(join(dataDir, 'generated', generation.api.slug), files, generationId);
}
