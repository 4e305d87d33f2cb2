import type { TestCase } from './case';

/** Tests of one operation that a person can review at one sitting. */
export const casesPerOperation = 60;
/** What each further test of the same rule counts less: the tenth limit of a body tells less than the first condition. */
const lessForRepetition = 2;

/**
 * The cases of highest risk, in the order in which rules wrote them; and those that are left out. Of a rule that wrote
 * many cases the first ones count most, so that every rule keeps some.
 */
export function withinBudget(cases: TestCase[]): { kept: TestCase[]; left: TestCase[] } {
  if (cases.length <= casesPerOperation) return { kept: cases, left: [] };
  const written = new Map<string, number>();
  const ranked = cases
    .map((each, index) => ({ each, index }))
    .sort((a, b) => b.each.risk - a.each.risk || a.index - b.index)
    .map(({ each, index }) => {
      const earlier = written.get(each.rule) ?? 0;
      written.set(each.rule, earlier + 1);
      return { each, index, worth: each.risk - earlier * lessForRepetition };
    })
    .sort((a, b) => b.worth - a.worth || a.index - b.index);
  const chosen = new Set(ranked.slice(0, casesPerOperation).map(({ each }) => each));
  return {
    kept: cases.filter((each) => chosen.has(each)),
    left: cases.filter((each) => !chosen.has(each)),
  };
}
