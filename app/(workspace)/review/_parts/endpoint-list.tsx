'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';

import { counted } from '../../../_ui/counted';
import { ProgressBar } from '../../../_ui/progress-bar';
import { sortEndpoints } from '../_model/queue-order';

import { ChangeBadges } from './change-badges';
import { Method } from './method';

import type { QueueEndpoint } from '#lib/features/reviews/contract';

interface EndpointListProps {
  generationId: string;
  endpoints: QueueEndpoint[];
}

/** The endpoints of an API, folded away; open at once when something breaks. */
export function EndpointList({ generationId, endpoints }: EndpointListProps) {
  return (
    <details
      className="group border-t"
      open={endpoints.some((entry) => entry.breaking) || endpoints.length <= 8}
    >
      <summary className="flex h-9 list-none items-center gap-2 px-4 text-sm font-medium text-muted hover:text-text">
        <ChevronRight size={14} aria-hidden className="transition-transform group-open:rotate-90" />
        {counted(endpoints.length, 'endpoint')}
      </summary>
      <ul className="max-h-96 overflow-y-auto pb-2">
        {sortEndpoints(endpoints).map((endpoint) => (
          <li key={endpoint.operationId}>
            <EndpointLink generationId={generationId} endpoint={endpoint} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function EndpointLink({ generationId, endpoint }: { generationId: string; endpoint: QueueEndpoint }) {
  const { total, pending, approved, rejected } = endpoint.counts;
  return (
    <Link
      href={`/review/${generationId}?operation=${encodeURIComponent(endpoint.operationId)}`}
      className="touch-target flex min-h-9 items-center gap-3 px-4 py-1 text-sm hover:bg-hover"
    >
      <Method method={endpoint.method} fixed />
      <span className="min-w-0 flex-1 truncate">
        <span className="font-mono text-sm">{endpoint.path}</span>
        {endpoint.summary === undefined ? null : (
          <span className="ml-3 text-muted max-md:hidden">{endpoint.summary}</span>
        )}
      </span>
      <ChangeBadges change={endpoint.change} breaking={endpoint.breaking} />
      <span className="w-20 max-sm:hidden">
        <ProgressBar label="Decided" total={total} value={approved} other={rejected} tells="verdicts" />
      </span>
      <span className="w-12 text-right text-muted">
        {total - pending}/{total}
      </span>
    </Link>
  );
}
