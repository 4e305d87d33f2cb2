import { AppError } from '../../core/errors';
import type { Context, UserActor } from '../context';

import { roleOf } from './contract';

/**
 * The signed-in person as stored now. A session ends when its person is disabled, or when the password or role has
 * changed since.
 * @throws AppError `unauthenticated`
 */
export async function loadActor(
  { db }: Pick<Context, 'db'>,
  session: { userId: string; sessionVersion: number } | undefined,
  via: UserActor['via'] = 'web',
): Promise<UserActor> {
  const user = session === undefined ? null : await db.user.findUnique({ where: { id: session.userId } });
  if (user === null || user.disabledAt !== null || user.sessionVersion !== session?.sessionVersion) {
    throw new AppError('unauthenticated', 'You are not signed in, or your session has ended.', {
      advice: 'Sign in again.',
    });
  }
  return { kind: 'user', id: user.id, name: user.name, email: user.email, role: roleOf(user.role), via };
}
