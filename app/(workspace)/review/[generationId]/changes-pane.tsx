'use client';

import dynamic from 'next/dynamic';

import { Skeleton } from '../../../_ui/skeleton';
import { useWorkspace } from '../_client/use-workspace';

import { DocumentChanges } from './document-changes';

import { codeLanguage } from '#lib/core/review/code-language';
import type { OperationDetail } from '#lib/features/reviews/contract';

const CodeDiff = dynamic(() => import('./code-diff'), {
  ssr: false,
  loading: () => <Skeleton className="m-4 h-40" />,
});

/** What the new version changed in the endpoint, and what that changed in the test since it was approved. */
export function ChangesPane({ detail }: { detail: OperationDetail }) {
  const { current, currentDetail } = useWorkspace();
  const previous = currentDetail?.previousCode;
  const test =
    previous === undefined || currentDetail === undefined ? (
      <p className="px-4 pb-4 text-sm text-muted">
        {current?.change === 'new'
          ? 'The case is new: there is nothing to compare it with.'
          : 'No approved earlier form differs from this one.'}
      </p>
    ) : (
      <CodeDiff
        before={previous}
        after={currentDetail.code}
        titles={{ before: 'Approved before', after: 'Now' }}
        startLines={{ before: currentDetail.startLine, after: currentDetail.startLine }}
        language={codeLanguage(currentDetail.filePath)}
      />
    );
  return (
    <div className="h-full overflow-auto" role="region" aria-label="Changes" tabIndex={0}>
      <DocumentChanges changes={detail.documentChanges} />
      <section aria-label="Changes of the test">
        <h2 className="px-4 pt-4 pb-2 text-sm font-semibold">In the test, since it was last approved</h2>
        {test}
      </section>
    </div>
  );
}
