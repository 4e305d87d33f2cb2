import { createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { verifySignature } from './verify-signature';
import type { SignatureRule } from './verify-signature';

const body = Buffer.from('{"event":"API_UPDATED"}');
const now = new Date('2026-05-01T12:00:00Z');
const seconds = now.getTime() / 1000;
const hmac = (algorithm: string, secret: string | Buffer, data: string | Buffer = body) =>
  createHmac(algorithm, secret).update(data);
const rule = (mode: SignatureRule['mode'], more: Partial<SignatureRule> = {}): SignatureRule => ({
  mode,
  secrets: ['new', 'old'],
  header: null,
  ...more,
});
const standard = (id: string, at: number, key: string | Buffer = 'new') => ({
  'webhook-id': id,
  'webhook-timestamp': String(at),
  'webhook-signature': `v1,${hmac('sha256', key, `${id}.${at}.${body.toString()}`).digest('base64')}`,
});
const sha256 = `sha256=${hmac('sha256', 'new').digest('hex')}`;
const sha1 = `sha1=${hmac('sha1', 'new').digest('hex')}`;

describe('verifySignature', () => {
  const genuine: [string, SignatureRule, Record<string, string>, string][] = [
    ['hmac-sha256', rule('hmac-sha256'), { 'x-apifox-signature': sha256 }, 'x-apifox-signature'],
    [
      'hmac-sha256 in capitals',
      rule('hmac-sha256'),
      { 'x-apifox-signature': sha256.toUpperCase() },
      'x-apifox-signature',
    ],
    [
      'hmac-sha256 with the previous secret',
      rule('hmac-sha256'),
      { 'x-apifox-signature': `sha256=${hmac('sha256', 'old').digest('hex')}` },
      'x-apifox-signature',
    ],
    ['hmac-sha1 in an unknown header', rule('hmac-sha1'), { 'x-a': 'b', 'x-some-sign': sha1 }, 'x-some-sign'],
    [
      'hmac-sha1 in the known header',
      rule('hmac-sha1', { header: 'X-Known' }),
      { 'x-known': sha1 },
      'x-known',
    ],
    ['bearer', rule('bearer'), { authorization: 'Bearer old' }, 'authorization'],
    ['standard-webhooks', rule('standard-webhooks'), standard('m1', seconds - 299), 'webhook-signature'],
    [
      'standard-webhooks with one of several signatures',
      rule('standard-webhooks'),
      {
        ...standard('m1', seconds),
        'webhook-signature': `v1,AAAA v1a,x ${standard('m1', seconds)['webhook-signature']}`,
      },
      'webhook-signature',
    ],
    [
      'standard-webhooks with a base64 secret',
      rule('standard-webhooks', { secrets: [`whsec_${Buffer.from('key bytes').toString('base64')}`] }),
      standard('m1', seconds, Buffer.from('key bytes')),
      'webhook-signature',
    ],
  ];
  it.each(genuine)('accepts %s', (_name, given, headers, header) => {
    expect(verifySignature({ headers, body }, given, now)).toBe(header);
  });

  const forged: [string, SignatureRule, Record<string, string>][] = [
    ['no header', rule('hmac-sha256'), {}],
    [
      'a signature with another secret',
      rule('hmac-sha256'),
      { 'x-apifox-signature': `sha256=${hmac('sha256', 'x').digest('hex')}` },
    ],
    ['a signature without its prefix', rule('hmac-sha256'), { 'x-apifox-signature': sha256.slice(7) }],
    ['SHA-1 where SHA-256 is asked for', rule('hmac-sha256'), { 'x-apifox-signature': sha1 }],
    [
      'hmac-sha1 in another header than the known one',
      rule('hmac-sha1', { header: 'x-known' }),
      { 'x-other': sha1 },
    ],
    ['a wrong sha1 value', rule('hmac-sha1'), { 'x-some-sign': `sha1=${'0'.repeat(40)}` }],
    ['a wrong token', rule('bearer'), { authorization: 'Bearer nope' }],
    ['a token of another scheme', rule('bearer'), { authorization: 'Basic new' }],
    ['a message that is too old', rule('standard-webhooks'), standard('m1', seconds - 301)],
    ['a message from the future', rule('standard-webhooks'), standard('m1', seconds + 301)],
    [
      'a signature of another message id',
      rule('standard-webhooks'),
      { ...standard('m1', seconds), 'webhook-id': 'm2' },
    ],
    [
      'a timestamp that is no number',
      rule('standard-webhooks'),
      { ...standard('m1', seconds), 'webhook-timestamp': 'soon' },
    ],
    ['a message without an id', rule('standard-webhooks'), { 'webhook-signature': 'v1,AAAA' }],
  ];
  it.each(forged)('refuses %s', (_name, given, headers) => {
    expect(verifySignature({ headers, body }, given, now)).toBeUndefined();
  });
});
