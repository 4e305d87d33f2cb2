import { generatePassword, hashPassword } from '../../platform/auth/password';
import { writeAudit } from '../../platform/db/audit';
import type { Context } from '../context';

import { normalEmail } from './contract';

/**
 * Creates the first administrator where nobody is yet; afterwards it does nothing, however often it is called.
 * @param settings ADMIN_EMAIL and ADMIN_PASSWORD
 * @returns the e-mail when the person was created now, with the password when one had to be made: show it once
 */
export async function ensureAdmin(
  { db }: Pick<Context, 'db'>,
  settings: { email: string; password?: string | undefined },
): Promise<{ email: string; generatedPassword?: string } | undefined> {
  if ((await db.user.count()) > 0) return undefined;
  const email = normalEmail(settings.email);
  const password = settings.password ?? generatePassword();
  const passwordHash = await hashPassword(password);
  const created = await db.$transaction(async (tx) => {
    if ((await tx.user.count()) > 0) return false;
    const user = await tx.user.create({
      data: { email, name: 'Administrator', role: 'admin', passwordHash },
    });
    await writeAudit(tx, {
      actorName: 'setup',
      via: 'system',
      action: 'user.create',
      subjectType: 'user',
      subjectId: user.id,
      details: { email, role: 'admin' },
    });
    return true;
  });
  if (!created) return undefined;
  return settings.password === undefined ? { email, generatedPassword: password } : { email };
}
