'use client';

import dynamic from 'next/dynamic';

import { Skeleton } from '../../../_ui/skeleton';
import { useWorkspace } from '../_client/use-workspace';
import { ChangeBadges } from '../_parts/change-badges';

import type { DocumentChange } from '#lib/features/reviews/contract';

const CodeDiff = dynamic(() => import('./code-diff'), {
  ssr: false,
  loading: () => <Skeleton className="m-4 h-40" />,
});

/** What changed in the endpoint in words, then the text of the document before and now. */
export function DocumentChanges({ changes }: { changes: DocumentChange[] }) {
  const { operation, view } = useWorkspace();
  const said = operation?.changes ?? [];
  const { label, previousLabel = 'Before' } = view.spec;
  return (
    <section aria-label="Changes of the document" className="border-b pb-4">
      <h2 className="flex items-center gap-2 px-4 pt-4 pb-2 text-sm font-semibold">
        In the document
        {operation === undefined ? null : (
          <ChangeBadges change={operation.change} breaking={operation.breaking} />
        )}
      </h2>
      {said.length === 0 ? (
        <p className="px-4 text-sm text-muted">
          {operation?.change === 'added'
            ? 'The endpoint is new in this version.'
            : 'This endpoint is as it was in the version before.'}
        </p>
      ) : (
        <ul className="flex flex-col gap-1 px-4 text-sm">
          {said.map((change) => (
            <li key={change} className="flex items-start gap-2">
              <span aria-hidden className="mt-1.5 size-1.5 shrink-0 rounded-full bg-warning" />
              {change}
            </li>
          ))}
        </ul>
      )}
      {changes.map((change) => (
        <div key={`${change.file}#${change.pointer}`} className="mt-3">
          <h3 title={change.pointer} className="px-4 pb-1 text-xs font-medium text-muted">
            {change.title}
            {change.file === '' ? null : ` · ${change.file}`}
            {change.before === undefined ? ' · new' : null}
            {change.after === undefined ? ' · gone' : null}
          </h3>
          <CodeDiff
            before={change.before?.text ?? ''}
            after={change.after?.text ?? ''}
            titles={{ before: previousLabel, after: label }}
            startLines={{ before: change.before?.startLine ?? 1, after: change.after?.startLine ?? 1 }}
            language={languageOf(change)}
          />
        </div>
      ))}
    </section>
  );
}

function languageOf({ before, after }: DocumentChange): 'yaml' | 'json' {
  const text = (after ?? before)?.text.trimStart() ?? '';
  return /^["{[]/u.test(text) ? 'json' : 'yaml';
}
