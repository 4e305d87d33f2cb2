import type { z } from 'zod';

import { AppError } from '../../core/errors';
import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { setDisabledInput } from './contract';
import type { UserDto } from './contract';
import { findUser, requireAnotherAdmin } from './find-user';
import { toUserDto, userSelect } from './rows';

/**
 * Shuts a person out at once, or lets them in again. What they decided stays.
 * @throws AppError `forbidden`, `not_found`; `conflict` for oneself and for the last administrator
 */
export async function setDisabled(
  context: Context,
  input: z.input<typeof setDisabledInput>,
): Promise<UserDto> {
  const actor = requireUser(context, 'admin');
  const { userId, disabled } = setDisabledInput.parse(input);
  return context.db.$transaction(async (tx) => {
    const before = await findUser(tx, userId);
    if ((before.disabledAt !== null) === disabled) return toUserDto(before, actor.id);
    if (disabled) {
      if (userId === actor.id) {
        throw new AppError('conflict', 'You cannot disable yourself.', {
          advice: 'Ask another administrator.',
        });
      }
      if (before.role === 'admin') await requireAnotherAdmin(tx, userId);
    }
    const row = await tx.user.update({
      where: { id: userId },
      data: { disabledAt: disabled ? context.clock() : null, sessionVersion: { increment: 1 } },
      select: userSelect,
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: disabled ? 'user.disable' : 'user.enable',
      subjectType: 'user',
      subjectId: userId,
      details: { email: row.email },
    });
    return toUserDto(row, actor.id);
  });
}
