import type { z } from 'zod';

import { AppError } from '../../core/errors';
import { hashPassword, verifyPassword } from '../../platform/auth/password';
import { clearAttempts, countAttempt } from '../../platform/auth/throttle';
import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { changeOwnPasswordInput } from './contract';

/**
 * Changes the password of the one who asks, who proves to know the old one: an unlocked screen is not enough. Every
 * session ends, this one included.
 * @throws AppError `invalid_input` for a wrong current password, `rate_limited` after five; ZodError
 */
export async function changeOwnPassword(
  context: Context,
  input: z.input<typeof changeOwnPasswordInput>,
): Promise<void> {
  const actor = requireUser(context);
  const { currentPassword, newPassword } = changeOwnPasswordInput.parse(input);
  const rule = { key: `own-password:${actor.id}`, limit: 5, windowSeconds: 15 * 60 };
  const seconds = await countAttempt(context.db, [rule], context.clock());
  if (seconds > 0) {
    throw new AppError('rate_limited', 'Too many wrong passwords.', {
      advice: `Try again in ${Math.ceil(seconds / 60)} minutes.`,
      details: { seconds },
    });
  }
  const { passwordHash } = await context.db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(currentPassword, passwordHash))) {
    throw new AppError('invalid_input', 'This is not your current password.', {
      details: { field: 'currentPassword' },
    });
  }
  const next = await hashPassword(newPassword);
  await context.db.$transaction(async (tx) => {
    await tx.user.update({
      where: { id: actor.id },
      data: { passwordHash: next, sessionVersion: { increment: 1 } },
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'user.change-password',
      subjectType: 'user',
      subjectId: actor.id,
    });
  });
  await clearAttempts(context.db, rule.key);
}
