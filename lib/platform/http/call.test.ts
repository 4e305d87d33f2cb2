import { createServer } from 'node:http';
import type { Server } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isPrivateAddress } from './address-guard';
import type { Resolve } from './address-guard';
import { callOut, retryAfterSeconds } from './call';
import type { CallOptions } from './call';

const resolvesTo =
  (...addresses: string[]): Resolve =>
  (_host, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('callOut', () => {
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/redirect') response.writeHead(302, { location: '/' }).end();
      else if (request.url === '/large') response.end(Buffer.alloc(4096));
      else if (request.url === '/silent') response.writeHead(200).write('{');
      else response.end(`hello ${request.method}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const call = (address: string, more: Partial<CallOptions> = {}) =>
    callOut(address.replace('PORT', String(port)), {
      method: 'GET',
      allowPrivate: false,
      maxBytes: 1024,
      timeoutMs: 10_000,
      signal: new AbortController().signal,
      ...more,
    });
  const open = { allowPrivate: true };

  it('gives the answer, whatever its status, and follows nothing', async () => {
    expect((await call('http://127.0.0.1:PORT/', open)).body.toString()).toBe('hello GET');
    expect(await call('http://localhost:PORT/redirect', open)).toMatchObject({ status: 302 });
  });

  it.each([
    ['http://127.0.0.1:PORT/'],
    ['http://2130706433:PORT/'],
    ['http://0x7f.1:PORT/'],
    ['http://[::1]:PORT/'],
    ['http://[::ffff:127.0.0.1]:PORT/'],
    ['http://localhost:PORT/'],
    ['http://169.254.169.254/latest/meta-data'],
  ])('refuses %s', async (address) => {
    await expect(call(address)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each([
    ['to a private address', ['10.0.0.7']],
    ['to a public and a private one', ['93.184.216.34', '127.0.0.1']],
    ['to a private IPv6 address', ['fd00::1']],
  ])('refuses a name that resolves %s when it connects', async (_name, addresses) => {
    const resolve = resolvesTo(...addresses);
    await expect(call('http://docs.example.com/', { resolve })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tells that a name resolves to nothing', async () => {
    const resolve: Resolve = (_host, done) => done(new Error('ENOTFOUND'), []);
    await expect(call('http://nowhere.example.com/', { resolve })).rejects.toMatchObject({
      code: 'unavailable',
      message: 'nowhere.example.com cannot be reached: ENOTFOUND.',
    });
  });

  it('connects to the address that was checked', async () => {
    const asked: string[] = [];
    const resolve: Resolve = (host, done) => {
      asked.push(host);
      done(null, [{ address: asked.length === 1 ? '192.0.0.1' : '93.184.216.34', family: 4 }]);
    };
    await expect(call('http://docs.example.com/', { resolve })).rejects.toMatchObject({ code: 'forbidden' });
    expect(asked).toEqual(['docs.example.com']);
  });

  it('stops at the size limit', async () => {
    await expect(call('http://127.0.0.1:PORT/large', open)).rejects.toMatchObject({ code: 'too_large' });
  });

  it('stops at the time limit', async () => {
    const silent = call('http://127.0.0.1:PORT/silent', { ...open, timeoutMs: 50 });
    await expect(silent).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/no answer within 0.05 s/),
    });
  });

  it('stops when its caller does', async () => {
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(call('http://127.0.0.1:PORT/', { ...open, signal })).rejects.toThrow('stop');
  });
});

describe('isPrivateAddress', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:4700:4700::1111'])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
  it.each([
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '::127.0.0.1',
    '3fff::1',
    '5f00::1',
    'ff02::1',
    'no address',
  ])('%s is not', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });
});

describe('retryAfterSeconds', () => {
  const now = new Date('2026-05-01T12:00:00Z');
  it.each([
    ['7', 7],
    ['Fri, 01 May 2026 12:00:30 GMT', 30],
    ['Fri, 01 May 2026 11:00:00 GMT', 0],
    ['99999', 3600],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s: %s', (value, seconds) => {
    expect(retryAfterSeconds({ 'retry-after': value }, now)).toBe(seconds);
  });
});
