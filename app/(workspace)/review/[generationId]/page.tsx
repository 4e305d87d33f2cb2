import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { pageContext } from '../../../_server/request-context';

import { GenerationScreen } from './generation-screen';

import { AppError } from '#lib/core/errors';
import { reviewKeys } from '#lib/features/reviews/contract';
import { getGeneration } from '#lib/features/reviews/get-generation';

export const metadata: Metadata = { title: 'Review workspace' };

export default async function GenerationPage({ params, searchParams }: PageProps<'/review/[generationId]'>) {
  const { generationId } = await params;
  const { case: caseId, operation: operationId } = await searchParams;
  const client = new QueryClient();
  const view = await getGeneration(await pageContext(), { generationId }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  });
  client.setQueryData(reviewKeys.generation(generationId), view);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <GenerationScreen
        key={generationId}
        generationId={generationId}
        wanted={{
          ...(typeof caseId === 'string' ? { caseId } : {}),
          ...(typeof operationId === 'string' ? { operationId } : {}),
        }}
      />
    </HydrationBoundary>
  );
}
