import { decode } from 'next-auth/jwt';
import { z } from 'zod';

import { sessionCookie } from './session-cookie';

const claims = z.object({ sub: z.string(), sessionVersion: z.number().int() });

/** What a session cookie proves: who signed in, and under which version of their record. */
export interface Session {
  userId: string;
  sessionVersion: number;
}

/**
 * Reads the session from the cookies of a request.
 * @param cookie looks a cookie up by its name
 * @returns undefined when there is none, or it has ended, or it was not made here
 */
export async function readSession(
  cookie: (name: string) => string | undefined,
  settings: { secret: string; publicUrl: string },
): Promise<Session | undefined> {
  const token = cookie(sessionCookie(settings.publicUrl).name);
  if (token === undefined || token === '') return undefined;
  const decoded: unknown = await decode({ token, secret: settings.secret }).catch(() => undefined);
  const parsed = claims.safeParse(decoded);
  if (!parsed.success) return undefined;
  return { userId: parsed.data.sub, sessionVersion: parsed.data.sessionVersion };
}
