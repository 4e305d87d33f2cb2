import type { SourceRef } from '../../diagnostics';

import type { Row, Step, TestCase } from './case';
import { literal, name, spread, type Expression, type Name } from './expression';
import { fixed, help } from './named';
import { anyKind, refusalKind, type RefusalKind } from './refusal-kinds';
import type { Refusal, Refusals } from './refusals';
import { withUniqueIds } from './row-ids';

type Gatherable = TestCase & { refusals: Refusals };

/** From the kinds that a reader tells apart to one test for all rules of a request, at last with one near miss of each. */
const levels = [
  { kindOf: refusalKind, isThin: false },
  { kindOf: anyKind, isThin: false },
  { kindOf: anyKind, isThin: true },
];

export interface Gathered {
  cases: TestCase[];
  /** Near misses of rules that others stand for. */
  left: { construct: string; source: SourceRef | undefined }[];
}

/**
 * Makes one test with a row for each refusal out of many that change the same request, kind by kind, those first that
 * save most, until the tests of an operation are no more than its budget: a rule is tested even where a test of its own
 * has no place.
 * @param lengthOf how many tests a case is printed as
 */
export function gather(cases: TestCase[], budget: number, lengthOf: (test: TestCase) => number): Gathered {
  const lengths = new Map<TestCase, number>();
  const counted = (test: TestCase): number => {
    const known = lengths.get(test) ?? lengthOf(test);
    lengths.set(test, known);
    return known;
  };
  const sum = (tests: TestCase[]): number => tests.reduce((total, test) => total + counted(test), 0);
  const left: Gathered['left'] = [];
  let current = cases;
  let excess = sum(cases) - budget;
  for (const { kindOf, isThin } of levels) {
    if (excess <= 0) break;
    const families = [...groupsOf(current.filter(isGatherable), kindOf).values()].flatMap((group) => {
      const [first] = group;
      if (!first || (group.length < 2 && !isThin)) return [];
      const rows = rowsOf(group);
      const kept = isThin ? oneOfEach(rows) : rows;
      const family = familyOf(first, group, kindOf(first.refusals), kept);
      return [
        {
          family,
          group,
          gone: rows.filter((row) => !kept.includes(row)),
          saved: sum(group) - counted(family),
        },
      ];
    });
    for (const { family, group, gone, saved } of families.sort((a, b) => b.saved - a.saved)) {
      if (excess <= 0 || saved <= 0) break;
      const [first, ...others] = group;
      const replaced = new Set<TestCase>(others);
      current = current.flatMap((test) => (replaced.has(test) ? [] : [test === first ? family : test]));
      excess -= saved;
      left.push(
        ...gone.map(({ refusal, sources }) => ({
          construct: `rejects ${idOf(refusal)}`,
          source: sources[0],
        })),
      );
    }
  }
  return { cases: current, left };
}

/** Whether rules were gathered in a test, whose rows tell them by `broken_rule`. */
export function isGathered({ rule: reason }: Pick<TestCase, 'rule'>): boolean {
  return reason.startsWith(gathered);
}

/** What is not tested where a test is left out: each rule that was gathered in it. */
export function constructsOf(test: TestCase): Gathered['left'] {
  const { title, rows, sources } = test;
  if (!isGathered(test)) return [{ construct: title, source: sources[0] }];
  return rows.map((row) => ({ construct: `rejects ${row.id.replace(/-/g, ' ')}`, source: row.sources[0] }));
}

interface RefusalRow {
  refusal: Refusal;
  sources: SourceRef[];
}

function rowsOf(group: Gatherable[]): RefusalRow[] {
  return group.flatMap((test) =>
    test.refusals.items.map((refusal, at) => ({
      refusal,
      sources: test.rows[at]?.sources ?? test.steps.at(-2)?.sources ?? [],
    })),
  );
}

/** The first near miss of each rule; null besides, as it is a value of its own for many servers. */
function oneOfEach(rows: RefusalRow[]): RefusalRow[] {
  const seen = new Set<string>();
  return rows.filter(({ refusal: { breaks, miss } }) => {
    const isKept = miss === 'null' || !seen.has(breaks);
    seen.add(breaks);
    return isKept;
  });
}

const idOf = ({ breaks, miss }: Refusal): string => (miss === undefined ? breaks : `${breaks} ${miss}`);

function isGatherable(test: TestCase): test is Gatherable {
  return test.refusals !== undefined;
}

type KindOf = (refusals: Refusals) => RefusalKind;

function groupsOf(cases: Gatherable[], kindOf: KindOf): Map<string, Gatherable[]> {
  const groups = new Map<string, Gatherable[]>();
  for (const test of cases) {
    const { refusals } = test;
    const answer = test.steps.at(-1)?.call.args.slice(1);
    const key = JSON.stringify([refusals.part, refusals.words, kindOf(refusals).name, answer]);
    const group = groups.get(key);
    if (group) group.push(test);
    else groups.set(key, [test]);
  }
  return groups;
}

/** The fixture that names the rule of a row, by its id. */
const brokenRule = fixed('broken_rule');
const gathered = 'gathered-';
const rule = fixed('rule');
const value = fixed('value');

function familyOf(
  first: Gatherable,
  group: Gatherable[],
  kind: RefusalKind,
  found: RefusalRow[],
): Gatherable {
  const { part, words, base, isRemoval } = first.refusals;
  const isFlat = found.every(({ refusal }) => refusal.path?.length === 1);
  const place = base === undefined ? undefined : fixed(isFlat ? 'name' : 'place');
  const parameters = [...(place ? [place] : []), ...(isRemoval ? [] : [base ? value : part])];
  const rows = found.map(({ refusal, sources }): Row => ({
    id: idOf(refusal).replace(/[^A-Za-z0-9._]+/g, '-'),
    values: valuesOf(refusal, { isFlat, isRemoval }),
    sources,
  }));
  const where = `${base ? '' : ` in the ${part}`}${words}`;
  return {
    ...first,
    key: [first.operation.id, first.category, `${part}${words}`, `gathered ${kind.name}`].join(' | '),
    rule: `${gathered}${kind.name}`,
    title: `rejects ${kind.title}${where}`,
    words: `${first.words.slice(0, first.words.length - first.title.length)}rejects ${kind.title}${where}`,
    doc: `${kind.sentence}${where}`,
    fixtures: [...new Set([...group.flatMap((test) => test.fixtures), brokenRule])],
    parameters,
    rows: withUniqueIds(rows),
    steps: stepsOf(first, changed(first.refusals, place, isFlat)),
    sources: [...new Set(group.flatMap((test) => test.sources))],
    risk: Math.max(...group.map((test) => test.risk)),
    refusals: { ...first.refusals, items: found.map(({ refusal }) => refusal) },
  };
}

function valuesOf(
  { path, value: given = literal(null) }: Refusal,
  { isFlat, isRemoval }: { isFlat: boolean; isRemoval: boolean },
): Expression[] {
  const at = path && literal(isFlat ? (path[0] ?? '') : path);
  return [...(at ? [at] : []), ...(isRemoval ? [] : [given])];
}

/** What is sent: the body with the change of a row, or the part that the row gives whole. */
function changed({ base, part, isRemoval }: Refusals, place: Name | undefined, isFlat: boolean): Expression {
  if (!base || !place) return name(part);
  const at = isFlat ? name(place) : spread(name(place));
  return isRemoval ? help('without', [base, at]) : help('changed', [base, at], { value: name(value) });
}

/** The steps of one of the tests with the rows' parameters in the place of its own change and rule. */
function stepsOf({ steps, refusals, operation }: Gatherable, sent: Expression): Step[] {
  return steps.map((step, index) => {
    const isSend = index === steps.length - 2;
    if (!isSend && index !== steps.length - 1) return step;
    const [key, own] = isSend ? [refusals.part, sent] : [rule, name(brokenRule)];
    const named = step.call.named.map((each) => (each.name === key ? { ...each, value: own } : each));
    return { ...step, sources: isSend ? [operation.source] : step.sources, call: { ...step.call, named } };
  });
}
