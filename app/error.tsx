'use client';

import Link from 'next/link';

import { Button, buttonClass } from './_ui/button';
import { ErrorState } from './_ui/error-state';

interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
}

/** The last resort of a screen: nothing of the cause is shown but the number under which the log has it. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <ErrorState
      title="This page could not be drawn"
      message="Something failed on our side; nothing that you decided is lost."
      advice={error.digest === undefined ? undefined : `The server's log has it under ${error.digest}.`}
      actions={
        <>
          <Button tone="primary" onClick={retry}>
            Try again
          </Button>
          <Link href="/review" className={buttonClass()}>
            Review queue
          </Link>
        </>
      }
    />
  );
}
