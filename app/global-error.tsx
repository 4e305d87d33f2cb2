'use client';

import { Button } from './_ui/button';
import { ErrorState } from './_ui/error-state';

import './globals.css';

/** Stands in for the root layout when that itself fails. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <ErrorState
          title="ai-test-gen could not start this page"
          message="The server's log has the cause."
          actions={
            <Button tone="primary" onClick={retry}>
              Try again
            </Button>
          }
        />
      </body>
    </html>
  );
}
