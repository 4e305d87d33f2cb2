import type { Metadata } from 'next';

import { pageContext } from '../../../../_server/request-context';
import { PageFrame } from '../../../../_ui/page-frame';

import { NewConnection } from './new-connection';

import { listLinkableApis } from '#lib/features/connections/list-linkable-apis';

export const metadata: Metadata = { title: 'New connection' };

export default async function NewConnectionPage() {
  const apis = await listLinkableApis(await pageContext('admin'));
  return (
    <PageFrame
      title="New connection"
      description="It gets a webhook address and a secret of its own, which you then enter at the sender."
    >
      <NewConnection apis={apis} />
    </PageFrame>
  );
}
