import { FileJson2 } from 'lucide-react';
import type { Metadata } from 'next';

import { pageContext } from '../../_server/request-context';
import { Card } from '../../_ui/card';
import { EmptyState } from '../../_ui/empty-state';
import { PageFrame } from '../../_ui/page-frame';

import { ApiTable } from './api-table';
import { ImportDialog } from './import-dialog';
import { LiveRefresh } from './live-refresh';

import { listApis } from '#lib/features/apis/list-apis';

export const metadata: Metadata = { title: 'APIs' };

export default async function ApisPage() {
  const apis = await listApis(await pageContext());
  const known = apis.map(({ slug, name }) => ({ slug, name }));
  return (
    <PageFrame
      title="APIs"
      description="Each API with its newest document. Documents come through webhooks, are pulled from Apifox, or are imported by hand."
      actions={<ImportDialog apis={known} />}
    >
      <LiveRefresh />
      <Card flush>
        {apis.length === 0 ? (
          <EmptyState icon={<FileJson2 size={22} />} title="No API yet">
            Import an OpenAPI document, or connect an Apifox project and save an endpoint there.
          </EmptyState>
        ) : (
          <ApiTable apis={apis} />
        )}
      </Card>
    </PageFrame>
  );
}
