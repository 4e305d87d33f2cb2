import { afterEach, describe, expect, it } from 'vitest';

import { listen, type ArrivedRequest, type Listening } from './listen';

let running: Listening | undefined;
afterEach(() => running?.close());

const hello = () => ({ status: 200, headers: { 'content-type': 'text/plain', etag: '"1"' }, body: 'hello' });

describe('the listener of a twin', () => {
  it('hands on what arrived and sends what it is given', async () => {
    const seen: ArrivedRequest[] = [];
    const told: string[] = [];
    running = await listen(
      (request) => {
        seen.push(request);
        return hello();
      },
      { port: 0, onAnswer: ({ method, path }, { status }) => told.push(`${status} ${method} ${path}`) },
    );
    const answer = await fetch(`${running.url}/a%20b?c=d&e`, { method: 'POST', body: 'text' });
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([200, 'hello', '"1"']);
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    expect(seen).toMatchObject([{ method: 'POST', path: '/a%20b', query: 'c=d&e' }]);
    expect(Buffer.from(seen[0]?.body ?? '').toString()).toBe('text');
    expect(told).toEqual(['200 POST /a%20b']);
  });

  it('lets pages of any origin ask and read', async () => {
    running = await listen(hello, { port: 0 });
    const origin = 'https://page.example';
    const answer = await fetch(running.url, { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-expose-headers')).toBe('content-type, etag');
    const preflight = await fetch(running.url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('PUT');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization');
  });

  it('answers 500 where there is no answer, and goes on', async () => {
    const failures: unknown[] = [];
    running = await listen(
      ({ path }) => {
        if (path === '/broken') throw new Error('broken');
        return hello();
      },
      { port: 0, onFailure: (cause) => failures.push(cause) },
    );
    expect((await fetch(`${running.url}/broken`)).status).toBe(500);
    expect((await fetch(running.url)).status).toBe(200);
    expect(failures).toHaveLength(1);
  });

  it('says which port cannot be had', async () => {
    running = await listen(hello, { port: 0 });
    const port = Number(new URL(running.url).port);
    await expect(listen(hello, { port })).rejects.toMatchObject({ code: 'unavailable' });
  });
});
