import { revalidatePath } from 'next/cache';

import { requestContext } from './request-context';
import type { UserContext } from './request-context';
import { toResult } from './result';
import type { Result } from './result';

/**
 * Runs the use case behind a form's server action as the signed-in person.
 * @param path whose pages show something else afterwards
 */
export async function runAction<T>(
  path: string,
  work: (context: UserContext) => Promise<T>,
): Promise<Result<T>> {
  const result = await toResult(async () => work(await requestContext()));
  if (result.ok) revalidatePath(path, 'layout');
  return result;
}
