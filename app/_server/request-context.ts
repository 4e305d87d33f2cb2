import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';

import { pathHeader, requestIdHeader } from './request-headers';

import { AppError } from '#lib/core/errors';
import type { Context, Role, UserActor } from '#lib/features/context';
import { requireUser } from '#lib/features/context';
import { loadActor } from '#lib/features/users/load-actor';
import { safeCallbackPath } from '#lib/platform/auth/callback-path';
import { readSession } from '#lib/platform/auth/session';
import { runtime } from '#lib/platform/runtime';

/** The context of a signed-in person's request. */
export interface UserContext extends Context {
  actor: UserActor;
}

/**
 * The context of this request: the session cookie says who, the stored record says whether and with which role. The
 * record is read once a request, however many components ask.
 * @throws AppError `unauthenticated`
 */
export const requestContext = cache(async (): Promise<UserContext> => {
  const { db, env, secrets, log } = await runtime('web');
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const session = await readSession((name) => jar.get(name)?.value, {
    secret: secrets.authSecret,
    publicUrl: env.PUBLIC_URL,
  });
  const actor = await loadActor({ db }, session);
  const requestId = head.get(requestIdHeader) ?? crypto.randomUUID();
  return { db, actor, clock: () => new Date(), log: log.child({ requestId, userId: actor.id }), requestId };
});

/** The context of a page: who is not signed in goes to the sign-in page first and comes back here afterwards. */
export async function pageContext(role: Role = 'reviewer'): Promise<UserContext> {
  const context = await requestContext().catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'unauthenticated') return undefined;
    throw error;
  });
  if (context === undefined) {
    const path = safeCallbackPath((await headers()).get(pathHeader));
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  }
  requireUser(context, role);
  return context;
}
