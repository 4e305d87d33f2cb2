'use client';

import Link from 'next/link';

import { Button, buttonClass } from '../_ui/button';
import { ErrorState } from '../_ui/error-state';

import { ReadError } from './read-data';

/** What the server refused to a page that is already open. */
export function ReadFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const detail = error instanceof ReadError ? error.detail : undefined;
  const signedOut = detail?.code === 'unauthenticated';
  return (
    <ErrorState
      title={signedOut ? 'Your session has ended' : 'This could not be read'}
      message={error.message}
      advice={detail?.advice}
      actions={
        signedOut ? (
          <Link href="/sign-in" className={buttonClass('primary')}>
            Sign in
          </Link>
        ) : (
          <Button tone="primary" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    />
  );
}
