import { AppError } from '../../core/errors';
import type { Transaction } from '../../platform/db/client';

import { connectionSelect } from './rows';

/** @throws AppError `not_found` also for a deleted one */
export async function findConnection(tx: Transaction, connectionId: string) {
  const row = await tx.connection.findUnique({
    where: { id: connectionId, deletedAt: null },
    select: connectionSelect,
  });
  if (row === null) throw new AppError('not_found', 'This connection is not here any more.');
  return row;
}

/** @throws AppError `not_found` with the field at fault */
export async function requireApi(tx: Transaction, apiId: string | null): Promise<void> {
  if (apiId === null) return;
  if ((await tx.api.count({ where: { id: apiId, archivedAt: null } })) > 0) return;
  throw new AppError('not_found', 'This API is not here any more.', {
    advice: 'Choose another one.',
    details: { field: 'apiId' },
  });
}

/** At most one connection answers the bare webhook address. */
export async function releaseDefault(tx: Transaction, exceptId: string): Promise<void> {
  await tx.connection.updateMany({
    where: { isDefault: true, id: { not: exceptId } },
    data: { isDefault: false },
  });
}
