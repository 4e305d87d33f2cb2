import type { CaseRow } from '#lib/features/reviews/contract';

export interface Progress {
  total: number;
  /** Decided by the viewer. */
  mine: number;
  /** Decided by others. */
  others: number;
  /** Decided in the generation before, and unchanged since. */
  carriedOver: number;
  pending: number;
  approved: number;
  rejected: number;
}

/** How far a review is, in the two colours of the bar. */
export function progressOf(cases: readonly CaseRow[]): Progress {
  const progress: Progress = {
    total: cases.length,
    mine: 0,
    others: 0,
    carriedOver: 0,
    pending: 0,
    approved: 0,
    rejected: 0,
  };
  for (const entry of cases) {
    progress[entry.state] += 1;
    if (entry.state === 'pending') continue;
    if (entry.carriedOver) progress.carriedOver += 1;
    else if (entry.decidedByMe) progress.mine += 1;
    else progress.others += 1;
  }
  return progress;
}
