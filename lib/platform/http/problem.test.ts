import { describe, expect, it } from 'vitest';

import { problemResponse } from './problem';
import { requestIdOf } from './request-id';

import { AppError, errorCodes } from '#lib/core/errors';
import { createLogger } from '#lib/platform/observability/logger';

const log = createLogger('web', 'silent');

describe('problemResponse', () => {
  it.each(errorCodes)('%s has a status of its own and its code', async (code) => {
    const response = problemResponse(new AppError(code, 'Words.', { advice: 'Do this.' }), 'request-1', log);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const body: unknown = await response.json();
    expect(body).toMatchObject({ code, status: response.status, detail: 'Words.', advice: 'Do this.' });
  });

  it('shows nothing of an error that nobody expected', async () => {
    const response = problemResponse(new Error('password is hunter2'), 'request-1', log);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
  });

  it('tells when to come back, and details beside it', async () => {
    const error = new AppError('unavailable', 'Later.', { details: { retryAfter: 7, host: 'a' } });
    const response = problemResponse(error, 'request-1', log);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toMatchObject({ details: { host: 'a' }, requestId: 'request-1' });
  });
});

describe('requestIdOf', () => {
  it.each([
    ['abcdefgh-1', true],
    ['short', false],
    ['has spaces in it', false],
    ['x'.repeat(65), false],
  ])('%s is kept: %s', (given, kept) => {
    expect(requestIdOf(new Headers({ 'x-request-id': given })) === given).toBe(kept);
  });
});
