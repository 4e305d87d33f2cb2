import { randomUUID } from 'node:crypto';

/** The id of a request for logs, audit and answers: the caller's `x-request-id` where it is a plain token, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given !== null && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID();
}
