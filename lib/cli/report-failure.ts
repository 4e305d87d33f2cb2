import type { Writable } from 'node:stream';

import { AppError, type ErrorCode } from '#lib/core/errors';

/** Codes of errors that only a change of the product can mend. */
const ours: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['internal', 'unavailable']);

/** Says what went wrong and what to do about it; returns the exit code: 1 for the input, 2 for a fault of ours. */
export function reportFailure(error: unknown, stream: Writable): 1 | 2 {
  if (!(error instanceof AppError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stream.write(`This is a fault of ai-test-gen, please report it:\n${text}\n`);
    return 2;
  }
  stream.write(`error: ${error.message}\n`);
  if (error.advice !== undefined) stream.write(`  ${error.advice}\n`);
  if (!ours.has(error.code)) return 1;
  const cause = error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : '';
  if (cause !== '') stream.write(`${cause}\n`);
  return 2;
}
