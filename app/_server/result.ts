import { ZodError } from 'zod';

import { AppError } from '#lib/core/errors';
import type { ErrorCode } from '#lib/core/errors';
import { runtime } from '#lib/platform/runtime';

/** What a screen is told when a use case refuses. */
export interface ScreenError {
  code: ErrorCode;
  message: string;
  advice?: string;
  /** What is wrong with which entry of a form, by its name. */
  fields?: Record<string, string>;
}

/** The answer of each server action: an error is data, because a thrown one reaches the browser without its text. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: ScreenError };

/** Runs a use case and maps what it refuses; anything else is logged and shown as a failure of ours. */
export async function toResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    return { ok: false, error: await screenError(error) };
  }
}

async function screenError(error: unknown): Promise<ScreenError> {
  if (error instanceof AppError && error.code !== 'internal') {
    const { code, message, advice, details } = error;
    const field = details['field'];
    return {
      code,
      message,
      ...(advice === undefined ? {} : { advice }),
      ...(typeof field === 'string' ? { fields: { [field]: message } } : {}),
    };
  }
  if (error instanceof ZodError) return invalidInput(error);
  (await runtime('web')).log.error({ err: error }, 'a screen could not be served');
  return {
    code: 'internal',
    message: 'This failed on our side.',
    advice: 'Try again; if it stays, the log of the server has the cause.',
  };
}

/** Each schema says in words for people what it wants; the first complaint about an entry, or one inside it, is shown at it. */
function invalidInput(error: ZodError): ScreenError {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    fields[String(path[0] ?? '')] ??= message;
    fields[path.join('.')] ??= message;
  }
  return { code: 'invalid_input', message: 'Some entries need another look.', fields };
}
