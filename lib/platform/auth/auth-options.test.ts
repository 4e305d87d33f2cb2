import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';

import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { setNextAuthUrl } from '../config/next-auth-url';
import { createLogger } from '../observability/logger';

import { authOptions, sessionSeconds } from './auth-options';
import type { SignInAttempt } from './auth-options';
import { readSession } from './session';

const secret = 'a secret of the tests, 32 characters or more';
const seen: SignInAttempt[] = [];
let server: Server;
let url: string;

/** next-auth behind a real HTTP server, as its handler for Node takes requests. */
beforeAll(async () => {
  const settings = { secret, publicUrl: 'http://localhost', log: createLogger('web', 'silent') };
  const options = authOptions({
    ...settings,
    async authenticate(attempt) {
      seen.push(attempt);
      if (attempt.email === 'many@example.com') throw new Error('wait-60');
      return attempt.password === 'right'
        ? { id: 'user-1', name: 'Ada', email: attempt.email, sessionVersion: 3 }
        : undefined;
    },
  });
  server = createServer((request, response) => {
    void (async () => {
      const address = new URL(request.url ?? '/', url);
      const answer = Object.assign(response, {
        status: (code: number) => Object.assign(response, { statusCode: code }),
        json: (value: unknown) => response.end(JSON.stringify(value)),
        send: (value: unknown) => response.end(typeof value === 'string' ? value : JSON.stringify(value)),
      });
      const call = Object.assign(request, {
        query: {
          ...Object.fromEntries(address.searchParams),
          nextauth: address.pathname.split('/').slice(3),
        },
        cookies: cookiesOf(request),
        body: await bodyOf(request),
      });
      await NextAuth(call as unknown as NextApiRequest, answer as unknown as NextApiResponse, options);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  setNextAuthUrl(url);
});
afterAll(() => {
  delete process.env['NEXTAUTH_URL'];
  server.close();
});

function cookiesOf(request: IncomingMessage): Record<string, string> {
  const pairs = (request.headers.cookie ?? '').split('; ').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, decodeURIComponent(value.join('='))];
    }),
  );
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return Object.fromEntries(new URLSearchParams(text));
}

async function signIn(fields: Record<string, string>, options: { csrf?: string } = {}) {
  const first = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const cookie = first.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: cookie.join('; '),
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': '6.6.6.6, 203.0.113.9',
    },
    body: new URLSearchParams({ csrfToken: options.csrf ?? csrfToken, json: 'true', ...fields }),
  });
}

const sessionLine = (response: Response) =>
  response.headers.getSetCookie().find((line) => line.startsWith('ai-test-gen.session='));

describe('signing in through next-auth', () => {
  const right = { email: 'ada@example.com', password: 'right' };

  it('sets an encrypted, guarded cookie that readSession takes', async () => {
    const response = await signIn({ ...right, callbackUrl: '/admin' });
    expect(await response.json()).toEqual({ url: `${url}/admin` });
    expect(seen.at(-1)).toEqual({ ...right, address: '203.0.113.9' });

    const line = sessionLine(response)!;
    expect(line).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/);
    const expires = Date.parse(/Expires=([^;]+)/.exec(line)![1]!);
    expect(Math.abs(expires - Date.now() - sessionSeconds * 1000)).toBeLessThan(60_000);

    const value = line.split(';')[0]!.split('=')[1]!;
    const read = (with_: string) =>
      readSession(() => value, { secret: with_, publicUrl: 'http://localhost' });
    expect(await read(secret)).toEqual({ userId: 'user-1', sessionVersion: 3 });
    expect(await read('another secret')).toBeUndefined();
  });

  it.each([
    ['a wrong password', { email: 'ada@example.com', password: 'wrong' }, 'CredentialsSignin'],
    ['too many attempts', { email: 'many@example.com', password: 'right' }, 'wait-60'],
  ])('answers %s with 401 and a code', async (_name, fields, code) => {
    const response = await signIn(fields);
    expect(response.status).toBe(401);
    const body = (await response.json()) as { url: string };
    expect(new URL(body.url).searchParams.get('error')).toBe(code);
    expect(sessionLine(response)).toBeUndefined();
  });

  it('refuses a form without the token of this site', async () => {
    const before = seen.length;
    const response = await signIn(right, { csrf: 'forged' });
    expect(sessionLine(response)).toBeUndefined();
    expect(seen.length).toBe(before);
  });

  it.each(['https://evil.example/', '//evil.example/', 'http://127.0.0.1.evil.example/'])(
    'never leads to %s',
    async (callbackUrl) => {
      const response = await signIn({ ...right, callbackUrl });
      const body = (await response.json()) as { url: string };
      expect(new URL(body.url).origin).toBe(url);
    },
  );
});

describe('readSession', () => {
  const settings = { secret, publicUrl: 'https://tests.example.com' };
  it.each([[undefined], [''], ['garbage'], ['a.b.c.d.e']])('takes %j for no session', async (value) => {
    expect(await readSession(() => value, settings)).toBeUndefined();
  });

  it('looks for the guarded cookie on https', async () => {
    const names: string[] = [];
    await readSession((name) => {
      names.push(name);
      return undefined;
    }, settings);
    expect(names).toEqual(['__Secure-ai-test-gen.session']);
  });
});
