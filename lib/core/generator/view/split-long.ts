import { snakeCase } from '../../python/identifier';
import type { Row, TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import type { Expression } from '../plan/expression';
import { longestName } from '../plan/layout';
import type { Gap } from '../suite';

import { paramOf, statement } from './cases-view';
import { signature } from './signature';

/** A test that a person reads without scrolling. */
export const mostLines = 40;

/** The decorator with the names, the brackets of the list and of the call. */
const decorator = 5;
const docstring = 1;

/** Lines around the rows and steps of a test; its arguments stand on a line each where they do not fit. */
function frameOf({ words, fixtures, parameters, rows }: TestCase): number {
  const name = snakeCase(`test_${words}`, { fallback: 'test', maxLength: longestName });
  const head = signature(4, name, ['self', ...fixtures, ...parameters]).text;
  return (rows.length > 0 ? decorator : 0) + linesOf([head]) + docstring;
}

/**
 * Cuts families of rows that would be too long to read into several tests, by the members that their rows are about, and
 * leaves out what is too long by itself (law 8).
 */
export function splitLong(test: TestCase, report: (gap: Gap) => void): TestCase[] {
  if (isShort(test)) return [test];
  const own = linesOf(test.steps.map((step) => statement(step).call.text));
  // A part has a longer name than the whole, so that its arguments may need a line each.
  const longest = frameOf({ ...test, words: `${test.words} ${'x'.repeat(longestLabel)}` });
  const room = mostLines - longest - own;
  const leaveOut = (what: string, source = test.sources[0] ?? test.operation.source): void =>
    report(gapOf(test.operation, what, `longer than the ${mostLines} lines that a person reads`, source));
  if (test.rows.length === 0) {
    if (frameOf(test) + own <= mostLines) return [test];
    leaveOut(test.title);
    return [];
  }
  const sized = test.rows.map((row) => ({ row, lines: linesOf([paramOf(row).text]) }));
  const all = sized.reduce((sum, { lines }) => sum + lines, 0);
  if (frameOf(test) + own + all <= mostLines) return [test];
  const fitting = sized.filter(({ lines }) => lines <= room);
  for (const { row, lines } of sized) if (lines > room) leaveOut(`${test.title}, ${row.id}`, row.sources[0]);
  const chunks = chunksOf(fitting, room);
  const ofRows = new Set(test.rows.flatMap((row) => row.sources));
  const withRows = (rows: Row[]): TestCase => {
    const own = new Set(rows.flatMap((row) => row.sources));
    return { ...test, rows, sources: test.sources.filter((each) => own.has(each) || !ofRows.has(each)) };
  };
  const [only] = chunks;
  if (chunks.length <= 1) {
    if (!only) return [];
    return [only.length === test.rows.length ? test : withRows(only)];
  }
  return chunks.map((rows, index) => {
    const label = labelOf(rows, index);
    return {
      ...withRows(rows),
      key: `${test.key} | ${label}`,
      title: `${test.title}: ${label}`,
      words: `${test.words} ${label}`,
    };
  });
}

/** Whether a test is short at a glance: most are, and laying them out to count lines would be done twice. */
function isShort({ rows, steps, fixtures, parameters }: TestCase): boolean {
  const frame = decorator + fixtures.length + parameters.length + 3 + docstring;
  const atMost = (expression: Expression): number => {
    const size = sizeOf(expression);
    return size < 70 ? 1 : size / 4;
  };
  const own = steps.reduce((sum, { call }) => sum + atMost(call), 0);
  const inRows = rows.reduce(
    (sum, { values }) => sum + values.reduce((lines, each) => lines + atMost(each), 0),
    0,
  );
  return frame + own + inRows <= mostLines;
}

/** Characters that an expression takes, roughly. */
function sizeOf(expression: Expression): number {
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value).length;
    case 'object':
      return expression.entries.reduce((sum, { name, value }) => sum + name.length + 6 + sizeOf(value), 4);
    case 'list':
      return expression.items.reduce((sum, item) => sum + 2 + sizeOf(item), 4);
    case 'invoke':
      return [...expression.args, ...expression.named.map(({ value }) => value)].reduce(
        (sum, each) => sum + 14 + sizeOf(each),
        24,
      );
    case 'repeated':
      return sizeOf(expression.item) + 8;
    case 'member':
    case 'spread':
      return sizeOf(expression.of) + 12 * ('path' in expression ? expression.path.length : 1);
    case 'later':
      return sizeOf(expression.value) + 10;
    default:
      return 16;
  }
}

/** Rows of one member stay together where they fit. */
function chunksOf(sized: { row: Row; lines: number }[], room: number): Row[][] {
  const groups = new Map<string, { rows: Row[]; lines: number[] }>();
  for (const { row, lines } of sized) {
    const member = memberOf(row);
    const group = groups.get(member) ?? { rows: [], lines: [] };
    group.rows.push(row);
    group.lines.push(lines);
    groups.set(member, group);
  }
  const chunks: Row[][] = [];
  let left = 0;
  for (const { rows, lines } of groups.values()) {
    const total = lines.reduce((sum, each) => sum + each, 0);
    if (total > left && total <= room) left = 0;
    rows.forEach((row, index) => {
      const needed = lines[index] ?? 1;
      if (needed > left) {
        chunks.push([]);
        left = room;
      }
      chunks.at(-1)?.push(row);
      left -= needed;
    });
  }
  return chunks;
}

/** The top member that a row is about: the first step of its path, or the name of its parameter. */
function memberOf({ values }: Row): string {
  const [first] = values;
  if (first?.kind === 'literal') {
    const { value } = first;
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return String(value.find((step) => typeof step === 'string') ?? '');
    return value !== null && typeof value === 'object' ? Object.keys(value).join(' ') : '';
  }
  return first?.kind === 'object' ? namesOf(first) : '';
}

function namesOf({ entries }: Extract<Expression, { kind: 'object' }>): string {
  return entries.map(({ name }) => name.replace(/\[.*$/, '')).join(' ');
}

const mostNamed = 3;
const longestLabel = 40;

function labelOf(rows: Row[], index: number): string {
  const members = [...new Set(rows.map(memberOf))].filter((member) => member !== '');
  const [first] = members;
  const last = members.at(-1);
  if (first === undefined || last === undefined) return `part ${index + 1}`;
  const label = members.length <= mostNamed ? members.join(' ') : `${first} to ${last}`;
  return label.length <= longestLabel ? label : `part ${index + 1}`;
}

function linesOf(texts: string[]): number {
  return texts.reduce((sum, text) => sum + text.split('\n').length, 0);
}
