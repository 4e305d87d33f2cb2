import { AppError } from '../../core/errors';
import type { Transaction } from '../../platform/db/client';

import { userSelect } from './rows';

/** @throws AppError `not_found` */
export async function findUser(tx: Transaction, userId: string) {
  const user = await tx.user.findUnique({ where: { id: userId }, select: userSelect });
  if (user === null) throw new AppError('not_found', 'This person is not here any more.');
  return user;
}

/**
 * Keeps the installation open: somebody who may sign in must stay administrator.
 * @throws AppError `conflict` when the person is the last one
 */
export async function requireAnotherAdmin(tx: Transaction, userId: string): Promise<void> {
  const others = await tx.user.count({ where: { role: 'admin', disabledAt: null, id: { not: userId } } });
  if (others === 0) {
    throw new AppError('conflict', 'This is the last administrator.', {
      advice: 'Make somebody else an administrator first.',
    });
  }
}
