/** Where people land who came for nothing in particular. */
export const homePath = '/review';

/**
 * A place within this site to go to after signing in; anything else becomes the start page. `//host`, `/\host` and
 * control characters, which browsers drop before they read a URL, would lead elsewhere.
 */
export function safeCallbackPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || /[\u0000-\u001f\u007f\\]/.test(value)) {
    return homePath;
  }
  const base = 'http://site.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  if (url === undefined || url.origin !== base || url.pathname.startsWith('/sign-in')) return homePath;
  return url.pathname + url.search + url.hash;
}
