import type { AuthOptions } from 'next-auth';

import { AppError } from '#lib/core/errors';
import { authenticateUser } from '#lib/features/users/authenticate-user';
import { authOptions } from '#lib/platform/auth/auth-options';
import { setNextAuthUrl } from '#lib/platform/config/next-auth-url';
import { runtime } from '#lib/platform/runtime';

/** next-auth's options for this process. */
export async function webAuthOptions(): Promise<AuthOptions> {
  const { db, env, secrets, log } = await runtime('web');
  setNextAuthUrl(env.PUBLIC_URL);
  return authOptions({
    secret: secrets.authSecret,
    publicUrl: env.PUBLIC_URL,
    log,
    async authenticate(attempt) {
      const context = { db, log, clock: () => new Date(), requestId: crypto.randomUUID() };
      try {
        return await authenticateUser(context, attempt);
      } catch (error) {
        // next-auth hands only the message of an error to the form: this one is a code and a number for it.
        if (error instanceof AppError && error.code === 'rate_limited') {
          throw new Error(`wait-${String(error.details['seconds'])}`, { cause: error });
        }
        log.error({ err: error }, 'sign-in could not be checked');
        throw new Error('unavailable', { cause: error });
      }
    },
  });
}
