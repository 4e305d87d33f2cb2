import type { Result } from '../_server/result';

import { ReadError } from './read-data';

/** The answer of a server action as the query cache wants it: data, or an exception. */
export async function unwrap<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new ReadError(result.error);
  return result.data;
}

/** What a failed action says to people, with what they can do. */
export function errorText(error: Error): string {
  const advice = error instanceof ReadError ? error.detail.advice : undefined;
  return advice === undefined ? error.message : `${error.message} ${advice}`;
}
