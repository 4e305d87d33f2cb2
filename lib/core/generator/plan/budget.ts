import type { TestCase } from './case';

/** Tests of one operation that a person can review at one sitting. */
export const casesPerOperation = 60;

/** The cases of highest risk, in the order in which rules wrote them; and those that are left out. */
export function withinBudget(cases: TestCase[]): { kept: TestCase[]; left: TestCase[] } {
  if (cases.length <= casesPerOperation) return { kept: cases, left: [] };
  const ranked = cases
    .map((each, index) => ({ each, index }))
    .sort((a, b) => b.each.risk - a.each.risk || a.index - b.index);
  const chosen = new Set(ranked.slice(0, casesPerOperation).map(({ each }) => each));
  return {
    kept: cases.filter((each) => chosen.has(each)),
    left: cases.filter((each) => !chosen.has(each)),
  };
}
