'use client';

import { ProgressBar } from '../../../_ui/progress-bar';
import { useWorkspace } from '../_client/use-workspace';
import { progressOf } from '../_model/progress';

/** `61/104  you 41, others 20`, in the two colours of the bar; what was carried over counts with the others. */
export function ReviewProgress() {
  const { view } = useWorkspace();
  const { total, mine, others, carriedOver } = progressOf(view.cases);
  return (
    <div className="flex items-center gap-3 text-sm">
      <div className="w-24 xl:w-44">
        <ProgressBar label="Decided cases" total={total} value={mine} other={others + carriedOver} />
      </div>
      <span className="font-semibold whitespace-nowrap">
        {mine + others + carriedOver}/{total}
      </span>
      <span className="flex items-center gap-3 whitespace-nowrap text-muted max-xl:hidden">
        <span className="flex items-center gap-1.5">
          <span aria-hidden className="size-2 rounded-full bg-accent-fill" />
          you {mine}
        </span>
        <span className="flex items-center gap-1.5">
          <span aria-hidden className="size-2 rounded-full bg-others" />
          others {others}
        </span>
        {carriedOver === 0 ? null : <span>carried over {carriedOver}</span>}
      </span>
    </div>
  );
}
