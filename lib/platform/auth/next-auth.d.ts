import type { DefaultUser } from 'next-auth';

declare module 'next-auth' {
  /** Who has just signed in. */
  interface User extends DefaultUser {
    id: string;
    sessionVersion: number;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionVersion?: number;
  }
}
