'use client';

import { TriangleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';

import { Skeleton } from '../../../_ui/skeleton';
import { useWorkspace } from '../_client/use-workspace';

const CodeDiff = dynamic(() => import('./code-diff'), {
  ssr: false,
  loading: () => <Skeleton className="m-4 h-40" />,
});

/** What the new version changed in the endpoint, and what that changed in the test since it was approved. */
export function ChangesPane() {
  const { operation, current, currentDetail, state } = useWorkspace();
  const changes = operation?.changes ?? [];
  const previous = currentDetail?.previousCode;
  return (
    <div className="h-full overflow-auto">
      <section aria-label="Changes of the document" className="border-b p-4">
        <h3 className="mb-2 text-sm font-semibold">In the document</h3>
        {changes.length === 0 ? (
          <p className="text-sm text-muted">
            {operation?.change === 'added'
              ? 'The endpoint is new in this version.'
              : 'This endpoint is as it was in the version before.'}
          </p>
        ) : (
          <ul className="flex flex-col gap-1 text-sm">
            {changes.map((change) => (
              <li key={change} className="flex items-start gap-2">
                {operation?.breaking === true ? (
                  <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0 text-danger" />
                ) : (
                  <span aria-hidden className="mt-1.5 size-1.5 shrink-0 rounded-full bg-warning" />
                )}
                {change}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-label="Changes of the test">
        <h3 className="px-4 pt-4 pb-2 text-sm font-semibold">In the test, since it was last approved</h3>
        {previous === undefined || currentDetail === undefined ? (
          <p className="px-4 pb-4 text-sm text-muted">
            {current?.change === 'new'
              ? 'The case is new: there is nothing to compare it with.'
              : 'No approved earlier form differs from this one.'}
          </p>
        ) : (
          <CodeDiff
            before={previous}
            after={currentDetail.code}
            split={state.layout === 'side'}
            startLine={currentDetail.startLine}
          />
        )}
      </section>
    </div>
  );
}
