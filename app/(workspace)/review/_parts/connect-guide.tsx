import { Webhook } from 'lucide-react';
import Link from 'next/link';

import { buttonClass } from '../../../_ui/button';
import { Card } from '../../../_ui/card';
import { CopyButton } from '../../../_ui/copy-button';
import { EmptyState } from '../../../_ui/empty-state';

/** The empty queue: how the first tests get here. */
export function ConnectGuide({ webhookUrl }: { webhookUrl: string }) {
  return (
    <Card>
      <EmptyState
        icon={<Webhook size={22} />}
        title="Nothing to review yet"
        actions={
          <>
            <Link href="/admin/connections" className={buttonClass('primary')}>
              Set up a connection
            </Link>
            <Link href="/apis" className={buttonClass()}>
              Import a document by hand
            </Link>
          </>
        }
      >
        <ol className="flex list-decimal flex-col gap-3 pl-6 text-left">
          <li>
            An administrator creates a connection for your Apifox project; it has its own webhook address and
            secret.
          </li>
          <li>
            In Apifox open <em>Project settings › Notifications</em> and add a Webhook target with the address
            and the secret that the connection shows. The default connection has this address:
            <span className="mt-1 flex items-center gap-2 rounded-md bg-sunken py-1 pr-1 pl-3 text-text">
              <code className="min-w-0 flex-1 font-mono text-sm break-all">{webhookUrl}</code>
              <CopyButton text={webhookUrl} />
            </span>
          </li>
          <li>Save any endpoint in Apifox. The tests for it appear here without a reload.</li>
        </ol>
      </EmptyState>
    </Card>
  );
}
