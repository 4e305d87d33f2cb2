'use client';

import { TimeAgo } from '../../_client/time-ago';
import { Badge } from '../../_ui/badge';
import type { Tone } from '../../_ui/badge';
import { CopyButton } from '../../_ui/copy-button';
import { counted } from '../../_ui/counted';
import { Notice } from '../../_ui/notice';

import type { PublicationRow, PublicationState } from '#lib/features/publishing/contract';

const looks: Record<PublicationState, { label: string; tone: Tone }> = {
  queued: { label: 'waiting for the worker', tone: 'accent' },
  published: { label: 'published', tone: 'success' },
  unchanged: { label: 'nothing new to commit', tone: 'neutral' },
  conflict: { label: 'the branch has moved on', tone: 'warning' },
  failed: { label: 'failed', tone: 'danger' },
};

/** What came of a publication: where the commit is, and the text for its pull request. */
export function PublicationCard({ publication }: { publication: PublicationRow }) {
  const { state, branch, commit, repository, files, pullRequestText, error, requestedBy, createdAt } =
    publication;
  return (
    <section
      aria-label="Publication"
      aria-live="polite"
      className="flex flex-col gap-3 rounded-md border p-3 text-sm"
    >
      <header className="flex flex-wrap items-center gap-2">
        <Badge tone={looks[state].tone}>{looks[state].label}</Badge>
        <span className="text-muted">
          {counted(publication.caseCount, 'case')} in {counted(files.length, 'file')} · {requestedBy} ·{' '}
          <TimeAgo at={createdAt} />
        </span>
      </header>
      {error === undefined ? null : (
        <Notice tone={state === 'conflict' ? 'warning' : 'danger'}>{error}</Notice>
      )}
      <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1.5">
        <Fact label="Branch" value={branch} />
        {commit === undefined ? null : <Fact label="Commit" value={commit} />}
        <Fact label="Repository" value={repository} />
      </dl>
      {pullRequestText === undefined ? null : (
        <div>
          <div className="mb-1 flex items-center justify-between">
            <h4 className="font-medium">Pull request text</h4>
            <CopyButton text={pullRequestText} />
          </div>
          <pre
            tabIndex={0}
            className="max-h-64 overflow-auto rounded-md bg-code p-3 font-mono text-xs leading-5 whitespace-pre-wrap text-code-text"
          >
            {pullRequestText}
          </pre>
        </div>
      )}
    </section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 font-mono text-xs break-all">{value}</dd>
      <CopyButton text={value} />
    </>
  );
}
