import { requireUser } from '../context';
import type { Context } from '../context';

import { storedGaps } from './stored';

import { AppError } from '#lib/core/errors';
import type { Gap } from '#lib/core/generator/suite';

/**
 * What of the document got no test, and why, in document order.
 * @throws AppError `unauthenticated`, or `not_found` for an unknown id
 */
export async function listGaps(context: Context, { generationId }: { generationId: string }): Promise<Gap[]> {
  requireUser(context);
  const row = await context.db.generation.findUnique({
    where: { id: generationId },
    select: { gaps: true },
  });
  if (row === null) throw new AppError('not_found', 'There is no such generation.');
  return storedGaps.parse(row.gaps ?? []);
}
