import { AppError } from '../../core/errors';

/**
 * Refuses a state-changing request of another site that a browser would send with our cookie. Browsers always send
 * `Origin` with such requests; programs that send none carry no cookie of a victim.
 * @param publicUrl where the site is reached; the request's own host counts too (localhost and 127.0.0.1)
 * @throws AppError `forbidden`
 */
export function assertSameOrigin(headers: Headers, publicUrl: string): void {
  const origin = headers.get('origin');
  if (origin === null && headers.get('sec-fetch-site') !== 'cross-site') return;
  const own = [new URL(publicUrl).host, headers.get('x-forwarded-host') ?? headers.get('host')];
  if (origin !== null && URL.canParse(origin) && own.includes(new URL(origin).host)) return;
  throw new AppError('forbidden', 'This request came from another site.', {
    advice: 'Open the page on this site and try again; PUBLIC_URL must be the address that people use.',
  });
}
