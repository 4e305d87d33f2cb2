import { requireUser } from '../context';
import type { Context } from '../context';

import type { UserDto } from './contract';
import { toUserDto, userSelect } from './rows';

/** Everybody who may or might sign in, by name. Administrators only. */
export async function listUsers(context: Context): Promise<UserDto[]> {
  const actor = requireUser(context, 'admin');
  const rows = await context.db.user.findMany({
    select: userSelect,
    orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { email: 'asc' }],
  });
  return rows.map((row) => toUserDto(row, actor.id));
}
