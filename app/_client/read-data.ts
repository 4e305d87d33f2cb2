import { z } from 'zod';

import type { ScreenError } from '../_server/result';

import { errorCodes } from '#lib/core/errors';

/** A refusal as an exception, the form in which the query cache keeps it. */
export class ReadError extends Error {
  readonly detail: ScreenError;

  constructor(detail: ScreenError) {
    super(detail.message);
    this.name = 'ReadError';
    this.detail = detail;
  }
}

const problem = z.object({ code: z.enum(errorCodes), detail: z.string(), advice: z.string().optional() });

/**
 * Reads again what a page shows.
 * @param path of a route under `/data`, which answers with the type that the caller expects, or a problem document
 * @throws ReadError with what the use case said, or `unavailable` when the server did not answer as it should
 */
export async function readData<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw unavailable();
  });
  if (response.ok) return (await response.json()) as T;
  const parsed = problem.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw unavailable();
  const { code, detail, advice } = parsed.data;
  throw new ReadError({ code, message: detail, ...(advice === undefined ? {} : { advice }) });
}

function unavailable(): ReadError {
  return new ReadError({
    code: 'unavailable',
    message: 'The server did not answer.',
    advice: 'Check the connection, then try again.',
  });
}
