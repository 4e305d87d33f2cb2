import { AppError } from '../../core/errors';
import type { ErrorCode } from '../../core/errors';
import type { Logger } from '../observability/logger';

const statuses: Record<ErrorCode, { status: number; title: string }> = {
  invalid_input: { status: 400, title: 'The request is not as expected' },
  invalid_document: { status: 422, title: 'The document cannot be used' },
  unauthenticated: { status: 401, title: 'Not authenticated' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  gone: { status: 410, title: 'Gone' },
  conflict: { status: 409, title: 'Conflict' },
  too_large: { status: 413, title: 'Too large' },
  rate_limited: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available at the moment' },
  internal: { status: 500, title: 'Something went wrong here' },
};

/**
 * The one mapping from errors to HTTP: a problem document (RFC 9457) with a stable code and the request's id. What is
 * no AppError is logged and shown as `internal` without its text.
 */
export function problemResponse(error: unknown, requestId: string, log: Logger): Response {
  const known = error instanceof AppError ? error : new AppError('internal', 'The request failed.');
  const { status, title } = statuses[known.code];
  if (status >= 500) log.error({ err: error, requestId }, 'request failed');
  const { retryAfter, ...details } = known.details;
  const problem = {
    type: 'about:blank',
    title,
    status,
    code: known.code,
    detail: known.message,
    ...(known.advice === undefined ? {} : { advice: known.advice }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
    requestId,
  };
  return Response.json(problem, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...(typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}),
    },
  });
}
