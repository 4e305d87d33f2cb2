import type { z } from 'zod';

import { AppError } from '../../core/errors';
import { generatePassword, hashPassword } from '../../platform/auth/password';
import { clearAttempts } from '../../platform/auth/throttle';
import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { throttleKey } from './authenticate-user';
import { userInput } from './contract';
import { findUser } from './find-user';

/**
 * Gives a person a new password and ends their sessions.
 * @returns the password, to be shown once
 * @throws AppError `forbidden`, `not_found`; `conflict` for oneself, whose own page asks for the old one
 */
export async function resetPassword(
  context: Context,
  input: z.input<typeof userInput>,
): Promise<{ generatedPassword: string }> {
  const actor = requireUser(context, 'admin');
  const { userId } = userInput.parse(input);
  if (userId === actor.id) {
    throw new AppError('conflict', 'Change your own password under your profile.');
  }
  const generatedPassword = generatePassword();
  const passwordHash = await hashPassword(generatedPassword);
  const email = await context.db.$transaction(async (tx) => {
    const user = await findUser(tx, userId);
    await tx.user.update({
      where: { id: userId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'user.reset-password',
      subjectType: 'user',
      subjectId: userId,
      details: { email: user.email },
    });
    return user.email;
  });
  await clearAttempts(context.db, throttleKey(email));
  return { generatedPassword };
}
