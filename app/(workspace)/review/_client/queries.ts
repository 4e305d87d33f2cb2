import { queryOptions } from '@tanstack/react-query';

import { readData } from '../../../_client/read-data';

import { publicationKeys } from '#lib/features/publishing/contract';
import type { PublicationRow } from '#lib/features/publishing/contract';
import { reviewKeys } from '#lib/features/reviews/contract';
import type {
  CaseHistoryEntry,
  CommentRow,
  GenerationView,
  OperationDetail,
  QueueApi,
} from '#lib/features/reviews/contract';

/** What the review screens read: the key that server and browser agree on, and where an open page reads it again. */

export const queueQuery = () =>
  queryOptions({
    queryKey: reviewKeys.queue,
    queryFn: ({ signal }) => readData<QueueApi[]>('/data/review/queue', signal),
  });

export const generationQuery = (id: string) =>
  queryOptions({
    queryKey: reviewKeys.generation(id),
    queryFn: ({ signal }) => readData<GenerationView>(`/data/review/generations/${id}`, signal),
  });

/** Excerpts and code of a generation never change: only a new generation brings others. */
export const operationQuery = (generationId: string, operationId: string) =>
  queryOptions({
    queryKey: reviewKeys.operation(generationId, operationId),
    queryFn: ({ signal }) =>
      readData<OperationDetail>(`/data/review/generations/${generationId}/operations/${operationId}`, signal),
    staleTime: Infinity,
  });

export const historyQuery = (caseId: string) =>
  queryOptions({
    queryKey: reviewKeys.history(caseId),
    queryFn: ({ signal }) => readData<CaseHistoryEntry[]>(`/data/review/cases/${caseId}/history`, signal),
  });

export const commentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: reviewKeys.comments(caseId),
    queryFn: ({ signal }) => readData<CommentRow[]>(`/data/review/cases/${caseId}/comments`, signal),
  });

export const publicationsQuery = (generationId: string) =>
  queryOptions({
    queryKey: publicationKeys.generation(generationId),
    queryFn: ({ signal }) =>
      readData<PublicationRow[]>(`/data/review/generations/${generationId}/publications`, signal),
  });
