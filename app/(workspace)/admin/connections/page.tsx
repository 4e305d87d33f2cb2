import { Cable, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';

import { pageContext } from '../../../_server/request-context';
import { buttonClass } from '../../../_ui/button';
import { Card } from '../../../_ui/card';
import { EmptyState } from '../../../_ui/empty-state';
import { PageFrame } from '../../../_ui/page-frame';

import { ConnectionCard } from './connection-card';

import { listConnections } from '#lib/features/connections/list-connections';
import { runtime } from '#lib/platform/runtime';

export const metadata: Metadata = { title: 'Connections' };

export default async function ConnectionsPage() {
  const context = await pageContext('admin');
  const { env } = await runtime('web');
  const connections = await listConnections(context, { publicUrl: env.PUBLIC_URL });
  const add = (
    <Link href="/admin/connections/new" className={buttonClass('primary')}>
      <Plus size={16} aria-hidden />
      Add a connection
    </Link>
  );
  return (
    <PageFrame
      title="Connections"
      description="Where API documents come from: an Apifox or Apidog project that sends notices, or a pipeline that pushes the document."
      actions={connections.length === 0 ? undefined : add}
    >
      {connections.length === 0 ? (
        <Card>
          <EmptyState icon={<Cable size={22} />} title="Nothing is connected yet" actions={add}>
            Connect an Apifox project, and each change of an API makes tests to review.
          </EmptyState>
        </Card>
      ) : (
        <ul className="flex flex-col gap-4">
          {connections.map((connection) => (
            <li key={connection.id}>
              <ConnectionCard connection={connection} />
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}
