'use client';

import { ArrowRight } from 'lucide-react';
import Link from 'next/link';

import { TimeAgo } from '../../../_client/time-ago';
import { Badge } from '../../../_ui/badge';
import { buttonClass } from '../../../_ui/button';
import { Notice } from '../../../_ui/notice';
import { ProgressBar } from '../../../_ui/progress-bar';

import { EndpointList } from './endpoint-list';
import { GateBadges } from './gate-badges';
import { GenerationProgress } from './generation-progress';
import { generationLabels } from './labels';

import type { QueueApi } from '#lib/features/reviews/contract';

/** One API of the queue: how far its review is, and its endpoints. */
export function QueueCard({ api }: { api: QueueApi }) {
  const { generation, upcoming } = api;
  return (
    <article aria-label={api.name} className="rounded-lg border bg-surface shadow-raised">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
            <Link href={`/apis/${api.slug}`} className="truncate hover:text-accent">
              {api.name}
            </Link>
            {generation === undefined ? null : <Marks generation={generation} />}
          </h2>
          {generation === undefined ? (
            <p className="text-sm text-muted">No tests yet</p>
          ) : (
            <p className="text-sm text-muted">
              Version {generation.specLabel} · generation {generation.number} ·{' '}
              <TimeAgo at={generation.createdAt} />
            </p>
          )}
        </div>
        {generation === undefined || generation.counts.total === 0 ? null : (
          <Link
            href={`/review/${generation.id}`}
            className={buttonClass(generation.counts.pending > 0 ? 'primary' : 'neutral')}
          >
            {generation.counts.pending > 0 ? `Review ${generation.counts.pending}` : 'Open'}
            <span className="sr-only"> of {api.name}</span>
            <ArrowRight size={16} aria-hidden />
          </Link>
        )}
      </header>
      {upcoming === undefined ? null : <GenerationProgress generation={upcoming} />}
      {generation === undefined ? null : generation.counts.total === 0 ? (
        <GenerationProgress generation={generation} />
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t px-4 py-2.5">
            <CountLine counts={generation.counts} name={api.name} />
            <GateBadges gates={generation.gates} />
          </div>
          {generation.gates.detail === undefined ? null : (
            <div className="px-4 pb-3">
              <Notice tone="warning">{generation.gates.detail}</Notice>
            </div>
          )}
          <EndpointList generationId={generation.id} endpoints={generation.endpoints} />
        </>
      )}
    </article>
  );
}

type Generation = NonNullable<QueueApi['generation']>;

function Marks({ generation }: { generation: Generation }) {
  const { label, tone } = generationLabels[generation.state];
  const added = generation.endpoints.filter((entry) => entry.change === 'added').length;
  const changed = generation.endpoints.filter((entry) => entry.change === 'changed').length;
  return (
    <>
      {generation.state === 'ready' ? null : <Badge tone={tone}>{label}</Badge>}
      {generation.breakingEndpoints > 0 ? (
        <Badge tone="danger">{generation.breakingEndpoints} breaking</Badge>
      ) : null}
      {changed > 0 ? <Badge tone="warning">{changed} changed</Badge> : null}
      {added > 0 ? <Badge tone="accent">{added} new</Badge> : null}
    </>
  );
}

function CountLine({ counts, name }: { counts: Generation['counts']; name: string }) {
  const { total, approved, rejected, pending } = counts;
  return (
    <div className="flex min-w-64 flex-1 items-center gap-3 text-sm">
      <div className="w-32 shrink-0 sm:w-48">
        <ProgressBar
          label={`Decided of ${name}`}
          total={total}
          value={approved}
          other={rejected}
          tells="verdicts"
        />
      </div>
      <span className="whitespace-nowrap text-muted">
        <b className="font-semibold text-text">{approved + rejected}</b>/{total} · {approved} approved ·{' '}
        {rejected} rejected · {pending} undecided
      </span>
    </div>
  );
}
