import { revalidatePath } from 'next/cache';
import { unstable_rethrow } from 'next/navigation';
import { ZodError } from 'zod';

import type { ActionResult } from './action-result';
import { requestContext } from './request-context';
import type { UserContext } from './request-context';

import { AppError } from '#lib/core/errors';
import { runtime } from '#lib/platform/runtime';

/**
 * Runs the use case behind a server action as the signed-in person and maps what it throws, once for all forms. What
 * is neither a refusal nor bad input is logged, and shown without its text.
 * @param path whose pages show something else afterwards
 */
export async function runAction<T>(
  path: string,
  work: (context: UserContext) => Promise<T>,
): Promise<ActionResult<T>> {
  try {
    const data = await work(await requestContext());
    revalidatePath(path, 'layout');
    return { ok: true, data };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof ZodError) return { ok: false, ...invalid(error) };
    if (error instanceof AppError && error.code !== 'internal') return { ok: false, ...refused(error) };
    const { log } = await runtime('web');
    log.error({ err: error }, 'action failed');
    return { ok: false, message: 'This did not work. The server’s log says why.', fields: {} };
  }
}

function invalid(error: ZodError) {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[String(issue.path[0] ?? '')] ??= issue.message;
  return { message: 'Some entries need another look.', fields };
}

function refused(error: AppError) {
  const { message, advice, details } = error;
  const field = details['field'];
  return {
    message,
    ...(advice === undefined ? {} : { advice }),
    fields: typeof field === 'string' ? { [field]: message } : {},
  };
}
