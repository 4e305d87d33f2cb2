/**
 * The address that an attempt is counted for. Next sets `x-forwarded-for` to the socket's address when nobody else
 * has; a proxy in front appends the one that it saw, so the last entry is the only one that the caller cannot choose.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  return last === '' ? 'unknown' : last.slice(0, 64);
}
