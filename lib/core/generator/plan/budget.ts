import type { TestCase } from './case';
import { isGathered } from './gather';

/** What each further test of the same rule counts less: the tenth limit of a body tells less than the first condition. */
const lessForRepetition = 2;

/** Extreme values are a kind of their own among the error tests: they rank last and tell what no other test does. */
const kindOf = ({ rule, category }: TestCase): string =>
  rule.startsWith('robust-') ? 'robustness' : category;

/**
 * The cases of highest risk, in the order in which rules wrote them; and those that are left out. Of a rule that wrote
 * many cases the first ones count most, so that every rule keeps some. The best case of each kind is kept before a
 * second one of any, so that no kind of test disappears while it has room.
 *
 * @param budget how many are kept at most
 */
export function withinBudget(cases: TestCase[], budget: number): { kept: TestCase[]; left: TestCase[] } {
  if (cases.length <= budget) return { kept: cases, left: [] };
  const written = new Map<string, number>();
  const ranked = cases
    .map((each, index) => ({ each, index }))
    .sort((a, b) => b.each.risk - a.each.risk || a.index - b.index)
    .map(({ each, index }) => {
      const earlier = written.get(each.rule) ?? 0;
      written.set(each.rule, earlier + 1);
      // A test that many rules were gathered in tells as much as they did.
      const less = isGathered(each) ? 0 : earlier * lessForRepetition;
      return { each, index, worth: each.risk - less };
    })
    .sort((a, b) => b.worth - a.worth || a.index - b.index)
    .map(({ each }) => each);
  const seen = new Set<string>();
  const best = ranked.filter((each) => !seen.has(kindOf(each)) && seen.add(kindOf(each)));
  const kept = new Set([...new Set([...best, ...ranked])].slice(0, budget));
  return { kept: cases.filter((each) => kept.has(each)), left: cases.filter((each) => !kept.has(each)) };
}
