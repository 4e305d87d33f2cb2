import Link from 'next/link';
import type { ReactNode } from 'react';

import { Badge } from '../../../_ui/badge';
import { buttonClass } from '../../../_ui/button';
import { CopyLine } from '../../../_ui/copy-line';
import { Notice } from '../../../_ui/notice';

import { Facts } from './facts';
import { PullButton } from './pull-button';
import { providerNames } from './words';

import type { ConnectionDto } from '#lib/features/connections/contract';

/** One connection in the list: what it feeds, how it is doing, and what can be done with it at once. */
export function ConnectionCard({ connection }: { connection: ConnectionDto }) {
  const { id, name, provider, isDefault, lastError, webhookUrl } = connection;
  const headingId = `connection-${id}`;
  return (
    <article aria-labelledby={headingId} className="rounded-lg border bg-surface shadow-raised">
      <header className="flex flex-wrap items-center gap-2 border-b px-4 py-3">
        <h2 id={headingId} className="text-base font-semibold">
          <Link href={`/admin/connections/${id}`} className="hover:underline">
            {name}
          </Link>
        </h2>
        <Badge tone="accent">{providerNames[provider]}</Badge>
        {isDefault ? <Badge title="Answers the bare webhook address too">Default</Badge> : null}
        <Actions>
          {provider === 'push' ? null : <PullButton connection={connection} />}
          <Link
            href={`/admin/connections/${id}`}
            className={buttonClass('neutral', 'sm')}
            aria-label={`Open ${name}`}
          >
            Open
          </Link>
        </Actions>
      </header>
      <div className="flex flex-col gap-4 p-4">
        <Facts connection={connection} />
        <CopyLine label={`Webhook address of ${name}`} text={webhookUrl} />
        {lastError === null ? null : <Notice tone="danger">The last pull failed: {lastError}</Notice>}
      </div>
    </article>
  );
}

function Actions({ children }: { children: ReactNode }) {
  return <div className="ml-auto flex items-center gap-2">{children}</div>;
}
