/**
 * next-auth reads the address of the site from NEXTAUTH_URL and from nowhere else. It follows PUBLIC_URL, so that
 * there is one setting to get right.
 */
export function setNextAuthUrl(publicUrl: string): void {
  process.env['NEXTAUTH_URL'] = new URL(publicUrl).origin;
}
