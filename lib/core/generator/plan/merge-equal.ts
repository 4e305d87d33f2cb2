import type { SourceRef } from '../../diagnostics';

import type { Row, Step, TestCase } from './case';
import type { Expression, Invocation } from './expression';
import { replaceNames } from './replace-names';
import { wireTextOf } from './wire-text';

/** One request of a case: a row of it, or all of it. */
interface Sent {
  test: TestCase;
  row: number;
  text: string;
}

/**
 * What is equal on the wire is written once (law 8): of the rows and cases that send the same and expect the same, the
 * one of the highest risk stays and stands for the places of all; a family of which one row is left is a plain test.
 */
export function mergeEqual(cases: TestCase[], mediaType: string | undefined): TestCase[] {
  const winners = new Map<string, Sent>();
  const dropped = new Map<TestCase, Set<number>>();
  const gained = new Map<TestCase, Map<number, SourceRef[]>>();
  const all = cases.flatMap((test) => sentBy(test, mediaType));
  for (const sent of all) {
    const known = winners.get(sent.text);
    if (!known || sent.test.risk > known.test.risk) winners.set(sent.text, sent);
  }
  for (const sent of all) {
    const winner = winners.get(sent.text);
    if (!winner || winner === sent) continue;
    dropped.set(sent.test, (dropped.get(sent.test) ?? new Set()).add(sent.row));
    const rows = gained.get(winner.test) ?? new Map<number, SourceRef[]>();
    const sources = sent.test.rows[sent.row]?.sources ?? sent.test.sources;
    gained.set(winner.test, rows.set(winner.row, [...(rows.get(winner.row) ?? []), ...sources]));
  }
  return cases.flatMap((test) => merged(test, dropped.get(test), gained.get(test)));
}

/** The requests of a case that sends one and judges its answer; others are no matter of one request. */
function sentBy(test: TestCase, mediaType: string | undefined): Sent[] {
  const sends = test.steps.filter((step) => isMethod(step.call, 'send'));
  const [send] = sends;
  const checks = test.steps.filter((step) => 'helper' in step.call && step.into === undefined);
  const [check] = checks;
  const isPlain = test.steps.every(
    (step) =>
      step === send ||
      step === check ||
      isPreparation(step) ||
      isMethod(step.call, 'require_accepted', 'require_sample'),
  );
  if (!send || !check || sends.length !== 1 || checks.length !== 1 || !isPlain) return [];
  const prepared = test.steps.flatMap((step): [string, Expression][] =>
    isPreparation(step) && step.into ? [[step.into, step.call]] : [],
  );
  const expected = JSON.stringify(['helper' in check.call && check.call.helper, check.call.args.slice(1)]);
  const rows: (Row | undefined)[] = test.rows.length > 0 ? test.rows : [undefined];
  return rows.map((row, index) => {
    const values = test.parameters.map((name, at): [string, Expression] => [
      name,
      row?.values[at] ?? { kind: 'name', name },
    ]);
    const bindings = new Map([...prepared, ...values]);
    return { test, row: index, text: `${expected}\n${wireTextOf(send.call, bindings, mediaType)}` };
  });
}

function isMethod(call: Invocation, ...methods: string[]): boolean {
  return 'method' in call && methods.includes(call.method);
}

/** `body = changed(...)`. */
function isPreparation(step: Step): boolean {
  return step.into !== undefined && 'helper' in step.call;
}

function merged(
  test: TestCase,
  dropped: ReadonlySet<number> | undefined,
  gained: ReadonlyMap<number, SourceRef[]> | undefined,
): TestCase[] {
  if (!dropped && !gained) return [test];
  if (test.rows.length === 0) {
    return dropped ? [] : [{ ...test, sources: distinct([...test.sources, ...(gained?.get(0) ?? [])]) }];
  }
  const rows = test.rows.flatMap((row, index) =>
    dropped?.has(index)
      ? []
      : [{ ...row, sources: distinct([...row.sources, ...(gained?.get(index) ?? [])]) }],
  );
  const steps = test.steps.flatMap((step) => step.sources);
  const sources = distinct([...rows.flatMap((row) => row.sources), ...steps]);
  const [only] = rows;
  if (!only) return [];
  const refusals = test.refusals && {
    ...test.refusals,
    items: test.refusals.items.filter((_, row) => !dropped?.has(row)),
  };
  const left = { ...test, ...(refusals && { refusals }) };
  if (rows.length > 1 || !dropped) return [{ ...left, rows, sources }];
  const values = new Map(test.parameters.map((name, at) => [String(name), only.values[at]]));
  return [
    {
      ...left,
      rows: [],
      parameters: [],
      sources,
      steps: test.steps.map((step) => plain(step, values, only)),
    },
  ];
}

/** A step with the values of the one row that is left; the request is about the row's places. */
function plain(step: Step, values: ReadonlyMap<string, Expression | undefined>, row: Row): Step {
  const sources = isMethod(step.call, 'send') ? distinct([...row.sources, ...step.sources]) : step.sources;
  return { ...step, sources, call: replaceNames(step.call, values) };
}

function distinct(sources: SourceRef[]): SourceRef[] {
  return [...new Map(sources.map((source) => [`${source.file}#${source.pointer}`, source])).values()];
}
