import { isIP } from 'node:net';

import { Agent, request } from 'undici';

import { guardedLookup, isPrivateAddress, privateAddressError, systemResolve } from './address-guard';
import type { Resolve } from './address-guard';

import { AppError } from '#lib/core/errors';

export interface CallOptions {
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Whether private, loopback and link-local addresses may be reached. */
  allowPrivate: boolean;
  maxBytes: number;
  timeoutMs: number;
  signal: AbortSignal;
  resolve?: Resolve;
}

export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/**
 * One outbound call whose target somebody else chose: no redirect is followed, no private address reached unless
 * allowed, and size and time are limited.
 * @throws AppError `forbidden` for a private address, `too_large`, or `unavailable` when there is no answer
 */
export async function callOut(address: string, options: CallOptions): Promise<Answer> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is connected to without a look-up.
  if (!options.allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) throw privateAddressError(host);
  const dispatcher = new Agent(
    options.allowPrivate ? {} : { connect: { lookup: guardedLookup(options.resolve ?? systemResolve) } },
  );
  const timeout = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await request(url, {
      dispatcher,
      method: options.method,
      headers: { 'accept-encoding': 'identity', ...options.headers },
      body: options.body ?? null,
      signal: AbortSignal.any([options.signal, timeout]),
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
    });
    const body = await limited(response.body, options.maxBytes, url.host);
    return { status: response.statusCode, headers: response.headers, body };
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof AppError) throw error;
    const reason = timeout.aborted ? `no answer within ${options.timeoutMs / 1000} s` : messageOf(error);
    throw new AppError('unavailable', `${url.host} cannot be reached: ${reason}.`, { cause: error });
  } finally {
    await dispatcher.destroy();
  }
}

async function limited(chunks: AsyncIterable<Uint8Array>, maxBytes: number, host: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new AppError('too_large', `The answer of ${host} is larger than ${maxBytes / 1024 / 1024} MB.`, {
        advice: 'Narrow the scope of what is exported.',
      });
    }
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

/** Seconds that a `retry-after` header asks for (RFC 9110, section 10.2.3), at most an hour. */
export function retryAfterSeconds(headers: Answer['headers'], now: Date): number | undefined {
  const value = headers['retry-after'];
  if (typeof value !== 'string') return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.min(3600, Math.max(0, Math.ceil(seconds))) : undefined;
}
