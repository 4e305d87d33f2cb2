import { Notice } from '../../../_ui/notice';
import { ProgressBar, ProgressSweep } from '../../../_ui/progress-bar';

import type { QueueApi } from '#lib/features/reviews/contract';

type Upcoming = Pick<NonNullable<QueueApi['upcoming']>, 'number' | 'state' | 'progress' | 'error'>;

/** A generation on its way: waiting, running with its steps, or why there is none. */
export function GenerationProgress({ generation }: { generation: Upcoming }) {
  const { number, state, progress, error } = generation;
  if (state === 'failed') {
    return (
      <div className="border-t px-4 py-3">
        <Notice tone="danger">
          Generation {number} failed: {error ?? 'the log of the worker has the cause.'}
        </Notice>
      </div>
    );
  }
  if (state === 'ready' || state === 'superseded') {
    return (
      <p className="border-t px-4 py-3 text-sm text-muted">
        Generation {number} found nothing to test in this document.
      </p>
    );
  }
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 border-t px-4 py-3 text-sm">
      <span className="font-medium">
        Generation {number} {state === 'queued' ? 'waits for the worker' : 'is running'}
      </span>
      <div className="w-40">
        {progress === undefined ? (
          <ProgressSweep label={`Generation ${number}`} />
        ) : (
          <ProgressBar label={`Generation ${number}`} total={progress.total} value={progress.done} />
        )}
      </div>
      {progress === undefined ? null : (
        <span className="text-muted">
          {progress.step} · {progress.done}/{progress.total}
        </span>
      )}
    </div>
  );
}
