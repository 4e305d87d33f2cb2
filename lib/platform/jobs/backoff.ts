import { AppError } from '../../core/errors';
import type { ErrorCode } from '../../core/errors';

import { RetryLater } from './retry-later';

const longestMs = 15 * 60_000;

/** Refusals that another attempt cannot change. */
const finalCodes = new Set<ErrorCode>([
  'invalid_input',
  'invalid_document',
  'unauthenticated',
  'forbidden',
  'not_found',
  'gone',
  'conflict',
  'too_large',
]);

/**
 * Milliseconds until the next attempt: exponential with full jitter, so that jobs that failed together do not come
 * back together; `undefined` when another attempt makes no sense.
 * @param attempts attempts made so far
 * @param random from 0 (inclusive) to 1
 */
export function retryDelay(
  error: unknown,
  attempts: number,
  baseSeconds: number,
  random: number,
): number | undefined {
  if (error instanceof AppError && finalCodes.has(error.code)) return undefined;
  if (error instanceof RetryLater && error.delayMs !== undefined) return error.delayMs;
  const backoff = Math.round(random * Math.min(longestMs, baseSeconds * 1000 * 2 ** Math.min(attempts, 20)));
  return Math.max(backoff, askedFor(error));
}

/** Milliseconds for which a server asked not to be called (`details.retryAfter`, in seconds). */
function askedFor(error: unknown): number {
  const seconds = error instanceof AppError ? error.details['retryAfter'] : undefined;
  return typeof seconds === 'number' ? seconds * 1000 : 0;
}

/** The cause as the dead letter keeps it: messages along the chain of causes, without a stack. */
export function describeError(error: unknown): string {
  const messages: string[] = [];
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    messages.push(current.message);
  }
  return (messages.length === 0 ? String(error) : messages.join(' — ')).slice(0, 2000);
}
