'use client';

import { useQuery } from '@tanstack/react-query';

import { ReadFailure } from '../../_client/read-failure';
import { Skeleton } from '../../_ui/skeleton';

import { queueQuery } from './_client/queries';
import { useLiveUpdates } from './_client/use-live-updates';
import { sortQueue } from './_model/queue-order';
import { ConnectGuide } from './_parts/connect-guide';
import { QueueCard } from './_parts/queue-card';

export function Queue({ webhookUrl }: { webhookUrl: string }) {
  const queue = useQuery(queueQuery());
  useLiveUpdates();

  if (queue.data === undefined) {
    return queue.error === null ? (
      <Skeleton className="h-44 rounded-lg" />
    ) : (
      <ReadFailure error={queue.error} onRetry={() => void queue.refetch()} />
    );
  }
  if (queue.data.length === 0) return <ConnectGuide webhookUrl={webhookUrl} />;
  return (
    <ul className="flex flex-col gap-4">
      {sortQueue(queue.data).map((api) => (
        <li key={api.id}>
          <QueueCard api={api} />
        </li>
      ))}
    </ul>
  );
}
