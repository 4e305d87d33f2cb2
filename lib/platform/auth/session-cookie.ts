/** The cookie that carries the session; `__Secure-` makes browsers refuse it over http (RFC 6265bis, 4.1.3.1). */
export function sessionCookie(publicUrl: string): { name: string; secure: boolean } {
  const secure = publicUrl.startsWith('https://');
  return { name: `${secure ? '__Secure-' : ''}ai-test-gen.session`, secure };
}
