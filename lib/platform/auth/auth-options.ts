import type { AuthOptions, User } from 'next-auth';
import credentialsProvider from 'next-auth/providers/credentials';

import type { Logger } from '../observability/logger';

import { clientAddress } from './client-address';
import { sessionCookie } from './session-cookie';

export const sessionSeconds = 12 * 60 * 60;

export interface SignInAttempt {
  email: string;
  password: string;
  /** Where it came from, for counting. */
  address: string;
}

export interface AuthSettings {
  secret: string;
  /** Where the site is reached: decides whether cookies are `Secure`. */
  publicUrl: string;
  log: Logger;
  /** The person, or undefined; an Error's message is shown to the sign-in form as its code. */
  authenticate: (attempt: SignInAttempt) => Promise<User | undefined>;
}

/** How next-auth signs people in: with a password, into an encrypted session cookie that ends after twelve hours. */
export function authOptions({ secret, publicUrl, log, authenticate }: AuthSettings): AuthOptions {
  const { name, secure } = sessionCookie(publicUrl);
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    jwt: { maxAge: sessionSeconds },
    cookies: {
      sessionToken: { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      credentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          const forwarded: unknown = request.headers?.['x-forwarded-for'];
          const user = await authenticate({
            email: credentials?.email ?? '',
            password: credentials?.password ?? '',
            address: clientAddress(typeof forwarded === 'string' ? forwarded : undefined),
          });
          return user ?? null;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        // Only ids go into the cookie; name and role come from the stored record at each request.
        return user === undefined ? token : { sub: user.id, sessionVersion: user.sessionVersion };
      },
      redirect({ url, baseUrl }) {
        return URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === baseUrl
          ? new URL(url, baseUrl).href
          : baseUrl;
      },
    },
    logger: {
      error: (code, metadata) => {
        log.error({ code, err: metadata instanceof Error ? metadata : metadata.error }, 'sign-in failed');
      },
      warn: (code) => {
        log.warn({ code }, 'sign-in warning');
      },
      debug: () => undefined,
    },
  };
}
