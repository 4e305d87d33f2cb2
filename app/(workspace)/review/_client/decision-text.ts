import { counted } from '../../../_ui/counted';

import type { Verdict } from '#lib/core/review/states';
import type { CaseRow } from '#lib/features/reviews/contract';

const done: Record<Verdict, string> = { approve: 'Approved', reject: 'Rejected', reopen: 'Reopened' };

/** `Approved: rejects quantity below 1`, or with a count for several. */
export function decisionText(verdict: Verdict, decided: readonly CaseRow[]): string {
  const only = decided.length === 1 ? decided[0] : undefined;
  return only === undefined
    ? `${done[verdict]} ${counted(decided.length, 'case')}`
    : `${done[verdict]}: ${only.title}`;
}

/** Who was faster, and what stands now: the reviewer's own decision was not applied. */
export function conflictText(conflicts: readonly { case: CaseRow; message: string }[]): string {
  const first = conflicts[0];
  if (first === undefined) return '';
  const { title, state, decidedBy } = first.case;
  const stands =
    state === 'pending'
      ? 'It is undecided now.'
      : `It is ${state} now${decidedBy === undefined ? '' : `, by ${decidedBy}`}.`;
  const rest = conflicts.length === 1 ? '' : ` ${conflicts.length - 1} more changed meanwhile, too.`;
  return `Your decision on “${title}” was not applied. ${first.message} ${stands}${rest}`;
}
