import { AppError } from '../../core/errors';
import type { Context, UserActor } from '../context';

import { normalEmail, roleOf } from './contract';

/**
 * In whose name somebody at the command line of the server acts: the person with this address, or the only
 * administrator when none is named. Who can read the database file needs no password.
 * @throws AppError `unauthenticated` when nobody fits, or when it is not clear who is meant
 */
export async function loadOperator(
  { db }: Pick<Context, 'db'>,
  email: string | undefined,
): Promise<UserActor> {
  const users =
    email === undefined
      ? await db.user.findMany({ where: { role: 'admin', disabledAt: null }, take: 2 })
      : await db.user.findMany({ where: { email: normalEmail(email), disabledAt: null } });
  const [user] = users;
  if (user === undefined || users.length > 1) throw unclear(email, users.length);
  return {
    kind: 'user',
    id: user.id,
    name: user.name,
    email: user.email,
    role: roleOf(user.role),
    via: 'cli',
  };
}

function unclear(email: string | undefined, count: number): AppError {
  if (email !== undefined) {
    return new AppError('unauthenticated', `Nobody with the address ${email} may sign in here.`, {
      advice: 'An administrator sees who can, under Admin, Users.',
    });
  }
  const message = count === 0 ? 'There is no administrator yet.' : 'There are several administrators.';
  return new AppError('unauthenticated', message, {
    advice: 'Say in whose name you act: --as <email>, or AI_TEST_GEN_USER in the environment.',
  });
}
