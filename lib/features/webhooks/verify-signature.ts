import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { SignatureMode } from '#lib/core/connections';

export interface SignedCall {
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** As received: what was signed are these bytes. */
  body: Uint8Array;
}

export interface SignatureRule {
  mode: SignatureMode;
  /** The current secret, and the one before while it is rotated. */
  secrets: readonly string[];
  /** `hmac-sha1` only: the header, where it is known. */
  header: string | null;
}

/** Header of the signature, lower case, when the call is genuine; `undefined` when it is not. */
export function verifySignature(call: SignedCall, rule: SignatureRule, now: Date): string | undefined {
  switch (rule.mode) {
    case 'hmac-sha256':
      return verifyHmac(call, rule.secrets, 'sha256', ['x-apifox-signature']);
    case 'hmac-sha1':
      return verifyHmac(call, rule.secrets, 'sha1', sha1Headers(call, rule.header));
    case 'bearer':
      return verifyBearer(call, rule.secrets);
    case 'standard-webhooks':
      return verifyStandardWebhook(call, rule.secrets, now);
  }
}

/** The vendor does not document the header's name: until it is known, whatever has the value's shape. */
function sha1Headers({ headers }: SignedCall, known: string | null): string[] {
  if (known !== null) return [known.toLowerCase()];
  return Object.keys(headers).filter((name) => /^sha1=[0-9a-f]{40}$/i.test(headers[name] ?? ''));
}

function verifyHmac(
  { headers, body }: SignedCall,
  secrets: readonly string[],
  algorithm: 'sha1' | 'sha256',
  names: readonly string[],
): string | undefined {
  const expected = secrets.map(
    (secret) => `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`,
  );
  return names.find((name) => matchesAny(headers[name]?.toLowerCase(), expected));
}

function verifyBearer({ headers }: SignedCall, secrets: readonly string[]): string | undefined {
  const token = /^Bearer +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  return matchesAny(token, secrets) ? 'authorization' : undefined;
}

const toleranceSeconds = 5 * 60;

/** Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`, several signatures, five minutes both ways. */
function verifyStandardWebhook(
  { headers, body }: SignedCall,
  secrets: readonly string[],
  now: Date,
): string | undefined {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (id === undefined || timestamp === undefined || signatures === undefined) return undefined;
  if (!/^\d{1,12}$/.test(timestamp)) return undefined;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return undefined;
  const expected = secrets.map((secret) => {
    const mac = createHmac('sha256', standardWebhookKey(secret)).update(`${id}.${timestamp}.`);
    return `v1,${mac.update(body).digest('base64')}`;
  });
  const given = signatures.split(' ');
  return given.some((signature) => matchesAny(signature, expected)) ? 'webhook-signature' : undefined;
}

/** `whsec_` stands before a key in base64; any other secret is the key itself. */
function standardWebhookKey(secret: string): Buffer {
  return secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret, 'utf8');
}

/** Compares digests, which have one length whatever was sent, and all of them, in constant time. */
function matchesAny(given: string | undefined, expected: readonly string[]): boolean {
  if (given === undefined) return false;
  const digest = sha256(given);
  return expected.reduce((found, text) => timingSafeEqual(digest, sha256(text)) || found, false);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();
