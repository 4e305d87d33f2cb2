import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';

import { webAuthOptions } from '../../../_server/auth';

async function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  return NextAuth(request, context, await webAuthOptions());
}

export { handle as GET, handle as POST };
