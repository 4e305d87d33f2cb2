import type { z } from 'zod';

import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { changeRoleInput } from './contract';
import type { UserDto } from './contract';
import { findUser, requireAnotherAdmin } from './find-user';
import { toUserDto, userSelect } from './rows';

/**
 * Gives a person another role; their sessions end, so that no open page keeps the old one.
 * @throws AppError `forbidden`, `not_found`; `conflict` for the last administrator
 */
export async function changeRole(context: Context, input: z.input<typeof changeRoleInput>): Promise<UserDto> {
  const actor = requireUser(context, 'admin');
  const { userId, role } = changeRoleInput.parse(input);
  return context.db.$transaction(async (tx) => {
    const before = await findUser(tx, userId);
    if (before.role === role) return toUserDto(before, actor.id);
    if (before.role === 'admin') await requireAnotherAdmin(tx, userId);
    const row = await tx.user.update({
      where: { id: userId },
      data: { role, sessionVersion: { increment: 1 } },
      select: userSelect,
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'user.change-role',
      subjectType: 'user',
      subjectId: userId,
      details: { email: row.email, from: before.role, to: role },
    });
    return toUserDto(row, actor.id);
  });
}
