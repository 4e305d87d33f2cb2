import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

import { pathHeader, requestIdHeader } from './app/_server/request-headers';

/**
 * Tells pages their own path, so that signing in can lead back there, and gives each request an id for the logs. It
 * authorises nothing: every page and use case does that from the stored record.
 */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  const url = request.nextUrl.clone();
  url.searchParams.delete('_rsc');
  headers.set(pathHeader, url.pathname + url.search);
  headers.set(requestIdHeader, crypto.randomUUID());
  return NextResponse.next({ request: { headers } });
}

export const config = {
  // Machines have their own routes, whose bodies must not pass through here: they may be 32 MB.
  matcher: ['/((?!api/|webhook/|_next/|sample/|favicon.ico).*)'],
};
