import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { pageContext } from '../../../../_server/request-context';
import { Card } from '../../../../_ui/card';
import { Notice } from '../../../../_ui/notice';
import { PageFrame } from '../../../../_ui/page-frame';
import { Facts } from '../facts';
import { PullButton } from '../pull-button';
import { providerNames } from '../words';

import { DeleteConnection } from './delete-connection';
import { EditConnection } from './edit-connection';
import { WebhookCard } from './webhook-card';

import { AppError } from '#lib/core/errors';
import { getConnection } from '#lib/features/connections/get-connection';
import { listLinkableApis } from '#lib/features/connections/list-linkable-apis';
import { runtime } from '#lib/platform/runtime';

export const metadata: Metadata = { title: 'Connection' };

export default async function ConnectionPage({ params }: { params: Promise<{ connectionId: string }> }) {
  const { connectionId } = await params;
  const context = await pageContext('admin');
  const { env } = await runtime('web');
  const connection = await getConnection(context, { connectionId, publicUrl: env.PUBLIC_URL }).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') notFound();
      throw error;
    },
  );
  const apis = await listLinkableApis(context);
  const { name, provider, lastError } = connection;

  return (
    <PageFrame
      title={name}
      description={providerNames[provider]}
      actions={provider === 'push' ? undefined : <PullButton connection={connection} />}
    >
      {lastError === null ? null : <Notice tone="danger">The last pull failed: {lastError}</Notice>}
      <Card title="At a glance">
        <Facts connection={connection} />
      </Card>
      <WebhookCard connection={connection} />
      <EditConnection connection={connection} apis={apis} />
      <DeleteConnection connectionId={connectionId} name={name} />
    </PageFrame>
  );
}
