import { AppError } from '../../core/errors';
import { absentHash, verifyPassword } from '../../platform/auth/password';
import { clearAttempts, countAttempt, forgiveAttempt } from '../../platform/auth/throttle';
import type { ThrottleRule } from '../../platform/auth/throttle';
import { writeAudit } from '../../platform/db/audit';
import type { Context } from '../context';

import { normalEmail } from './contract';

const windowSeconds = 15 * 60;
/** An office shares one address; a person has one e-mail. */
const limits = { email: 5, address: 30 };

export interface AuthenticatedUser {
  id: string;
  name: string;
  email: string;
  sessionVersion: number;
}

/** Under which failed sign-ins with an e-mail are counted. */
export function throttleKey(email: string): string {
  return `email:${email}`;
}

/**
 * Checks an e-mail and a password. An unknown or disabled person costs the same work and gets the same answer as a
 * wrong password.
 * @returns the person, or undefined
 * @throws AppError `rate_limited` with `details.seconds` to wait
 */
export async function authenticateUser(
  context: Pick<Context, 'db' | 'clock' | 'log' | 'requestId'>,
  attempt: { email: string; password: string; address: string },
): Promise<AuthenticatedUser | undefined> {
  const { db, clock } = context;
  const email = normalEmail(attempt.email).slice(0, 320);
  const byEmail: ThrottleRule = { key: throttleKey(email), limit: limits.email, windowSeconds };
  const byAddress: ThrottleRule = { key: `address:${attempt.address}`, limit: limits.address, windowSeconds };
  const seconds = await countAttempt(db, [byEmail, byAddress], clock());
  if (seconds > 0) {
    context.log.warn({ address: attempt.address, seconds }, 'sign-in throttled');
    throw new AppError('rate_limited', 'Too many failed sign-ins.', { details: { seconds } });
  }

  const user = await db.user.findUnique({ where: { email } });
  const matches = await verifyPassword(attempt.password.slice(0, 1024), user?.passwordHash ?? absentHash);
  if (user === null || !matches || user.disabledAt !== null) return undefined;

  await forgiveAttempt(db, byAddress.key);
  await clearAttempts(db, byEmail.key);
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { lastSignInAt: clock() } });
    await writeAudit(tx, {
      actorId: user.id,
      actorName: user.name,
      via: 'web',
      action: 'user.sign-in',
      subjectType: 'user',
      subjectId: user.id,
      requestId: context.requestId,
    });
  });
  return { id: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion };
}
