'use client';

import { useQuery } from '@tanstack/react-query';

import { ReadFailure } from '../../../_client/read-failure';
import { generationQuery } from '../_client/queries';
import { useLiveUpdates } from '../_client/use-live-updates';

import Loading from './loading';
import { Unready } from './unready';
import { WorkspaceScreen } from './workspace-screen';

interface GenerationScreenProps {
  generationId: string;
  wanted: { caseId?: string; operationId?: string };
}

/** The workspace of a generation that has cases; else how far it is, or why it has none. */
export function GenerationScreen({ generationId, wanted }: GenerationScreenProps) {
  const generation = useQuery(generationQuery(generationId));
  useLiveUpdates(generationId);

  if (generation.data === undefined) {
    return generation.error === null ? (
      <Loading />
    ) : (
      <ReadFailure error={generation.error} onRetry={() => void generation.refetch()} />
    );
  }
  return generation.data.cases.length === 0 ? (
    <Unready view={generation.data} />
  ) : (
    <WorkspaceScreen view={generation.data} wanted={wanted} />
  );
}
