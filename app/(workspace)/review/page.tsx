import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';

import { pageContext } from '../../_server/request-context';
import { PageFrame } from '../../_ui/page-frame';

import { Queue } from './queue';

import { reviewKeys } from '#lib/features/reviews/contract';
import { listQueue } from '#lib/features/reviews/list-queue';
import { env } from '#lib/platform/config/env';

export const metadata: Metadata = { title: 'Review' };

export default async function ReviewPage() {
  const client = new QueryClient();
  client.setQueryData(reviewKeys.queue, await listQueue(await pageContext()));
  return (
    <PageFrame
      title="Review"
      description="Tests that were generated for changed APIs, the most urgent first. Only what you approve is committed."
    >
      <HydrationBoundary state={dehydrate(client)}>
        <Queue webhookUrl={`${env().PUBLIC_URL}/api/webhook/apifox`} />
      </HydrationBoundary>
    </PageFrame>
  );
}
