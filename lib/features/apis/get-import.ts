import { requireUser } from '../context';
import type { Context } from '../context';

import type { ImportState } from './contract';

import { defined } from '#lib/core/defined';
import { AppError } from '#lib/core/errors';

const states: Record<string, ImportState['state']> = {
  processed: 'done',
  unchanged: 'unchanged',
  failed: 'failed',
};

/**
 * How far an import is, and where it led.
 * @throws AppError `unauthenticated`, or `not_found` for an unknown id
 */
export async function getImport(
  context: Context,
  { deliveryId }: { deliveryId: string },
): Promise<ImportState> {
  requireUser(context);
  const row = await context.db.delivery.findUnique({
    where: { id: deliveryId },
    select: {
      state: true,
      error: true,
      specVersion: {
        select: {
          api: { select: { slug: true, name: true } },
          generations: { select: { id: true }, orderBy: { number: 'desc' }, take: 1 },
        },
      },
    },
  });
  if (row === null) throw new AppError('not_found', 'There is no such import.');
  return defined({
    deliveryId,
    state: states[row.state] ?? ('waiting' as const),
    error: row.error,
    api: row.specVersion?.api,
    generationId: row.specVersion?.generations[0]?.id,
  });
}
