import type { CaseGroup } from './case-list';

import type { CaseRow } from '#lib/features/reviews/contract';

/** Moving through the list in its drawn order. All return `undefined` where there is nowhere to go. */

export function neighbour(
  groups: CaseGroup[],
  currentId: string | undefined,
  step: 1 | -1,
): CaseRow | undefined {
  const cases = groups.flatMap((group) => group.shown);
  const at = cases.findIndex((entry) => entry.id === currentId);
  if (at < 0) return step === 1 ? cases[0] : cases.at(-1);
  return cases[at + step];
}

/** The next undecided case, going on from the start after the end. */
export function nextPending(
  groups: CaseGroup[],
  currentId: string | undefined,
  step: 1 | -1 = 1,
): CaseRow | undefined {
  const cases = groups.flatMap((group) => group.shown);
  const at = cases.findIndex((entry) => entry.id === currentId);
  const start = at < 0 && step === -1 ? 0 : at;
  for (let distance = 1; distance <= cases.length; distance += 1) {
    const entry = cases[(start + step * distance + cases.length * 2) % cases.length];
    if (entry?.state === 'pending' && entry.id !== currentId) return entry;
  }
  return undefined;
}

/** The first case of the next or previous operation that has one. */
export function neighbourOperation(
  groups: CaseGroup[],
  currentId: string | undefined,
  step: 1 | -1,
): CaseRow | undefined {
  const filled = groups.filter((group) => group.shown.length > 0);
  const at = filled.findIndex((group) => group.shown.some((entry) => entry.id === currentId));
  return filled[at < 0 ? 0 : at + step]?.shown[0];
}
