import { Hourglass } from 'lucide-react';
import Link from 'next/link';

import { buttonClass } from '../../../_ui/button';
import { EmptyState } from '../../../_ui/empty-state';
import { ErrorState } from '../../../_ui/error-state';
import { ProgressBar, ProgressSweep } from '../../../_ui/progress-bar';

import type { GenerationView } from '#lib/features/reviews/contract';

/** A generation without cases: on its way, failed, or with nothing to test. */
export function Unready({ view }: { view: GenerationView }) {
  const { api, number, state, progress, error } = view;
  const links = (
    <>
      <Link href="/review" className={buttonClass()}>
        Review queue
      </Link>
      <Link href={`/apis/${api.slug}`} className={buttonClass()}>
        {api.name}
      </Link>
    </>
  );
  if (state === 'failed') {
    return (
      <ErrorState
        title={`Generation ${number} of ${api.name} failed`}
        message={error ?? 'The log of the worker has the cause.'}
        advice="The document's diagnostics, on the page of the API, often say why."
        actions={links}
      />
    );
  }
  if (state === 'ready' || state === 'superseded') {
    return (
      <EmptyState icon={<Hourglass size={22} />} title="There is nothing to test here" actions={links}>
        Generation {number} of {api.name} wrote no test. The diagnostics on the page of the API say what is
        missing.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Hourglass size={22} />}
      title={`Tests of ${api.name} are on their way`}
      actions={links}
    >
      <div role="status" className="flex w-72 flex-col gap-2">
        {progress === undefined ? (
          <ProgressSweep label="Generation" />
        ) : (
          <ProgressBar label="Generation" total={progress.total} value={progress.done} />
        )}
        <span>
          {progress === undefined
            ? 'Waiting for the worker'
            : `${progress.step} · ${progress.done}/${progress.total}`}
        </span>
      </div>
    </EmptyState>
  );
}
