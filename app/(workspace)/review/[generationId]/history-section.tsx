'use client';

import { useQuery } from '@tanstack/react-query';

import { TimeAgo } from '../../../_client/time-ago';
import { Skeleton } from '../../../_ui/skeleton';
import { historyQuery } from '../_client/queries';
import { InfoSection } from '../_parts/info-section';
import { reasonLabels } from '../_parts/labels';

const words = { approve: 'approved', reject: 'rejected', reopen: 'reopened' };

/** Who decided what on this case, the newest first. */
export function HistorySection({ caseId }: { caseId: string }) {
  const history = useQuery(historyQuery(caseId));
  return (
    <InfoSection title="History">
      {history.data === undefined ? (
        history.error === null ? (
          <Skeleton className="h-4 w-2/3" />
        ) : (
          <p className="text-danger">{history.error.message}</p>
        )
      ) : history.data.length === 0 ? (
        <p className="text-muted">Nobody has decided on this case yet.</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {history.data.map((entry) => (
            <li key={entry.id}>
              <span className="font-medium">{entry.actorName}</span> {words[entry.verdict]}
              {entry.reason === undefined ? '' : ` (${reasonLabels[entry.reason]})`}
              {entry.carriedOver ? ', carried over' : ''}{' '}
              <span className="text-muted">
                · {entry.via} · <TimeAgo at={entry.createdAt} />
              </span>
              {entry.note === undefined ? null : <p className="text-muted">“{entry.note}”</p>}
            </li>
          ))}
        </ol>
      )}
    </InfoSection>
  );
}
