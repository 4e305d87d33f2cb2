import { describe, expect, it } from 'vitest';

import { groupCases, listRows } from './case-list';
import { readFilter } from './filter';
import { caseRow, operation } from './fixtures';
import { neighbour, neighbourOperation, nextPending } from './movement';
import { progressOf } from './progress';

const operations = [
  operation('old'),
  operation('fresh', { change: 'added' }),
  operation('broken', { change: 'changed', breaking: true }),
  operation('bare'),
];
const cases = [
  caseRow('o1', 'old', { state: 'approved', decidedBy: 'Ann', decidedByMe: true }),
  caseRow('o2', 'old'),
  caseRow('f1', 'fresh', { title: 'rejects quantity below 1', comments: 2 }),
  caseRow('b1', 'broken', { state: 'rejected', decidedBy: 'Bo' }),
];
const all = groupCases(operations, cases, readFilter(''));
const ids = (text: string) =>
  groupCases(operations, cases, readFilter(text)).flatMap((group) => group.shown.map((entry) => entry.id));

describe('the list', () => {
  it('puts breaking changes first, then what is new, and keeps the order of the document', () => {
    expect(all.map((group) => group.operation.id)).toEqual(['broken', 'fresh', 'old', 'bare']);
  });

  it('shows only the row of a folded endpoint', () => {
    const rows = listRows(all, new Set(['old', 'broken']));
    expect(rows.map((row) => row.key)).toEqual(['broken', 'fresh', 'f1', 'old', 'bare']);
  });

  it.each([
    ['', ['b1', 'f1', 'o1', 'o2']],
    ['QUANTITY rejects', ['f1']],
    ['post /old', ['o1', 'o2']],
    ['is:pending', ['f1', 'o2']],
    ['is:breaking is:rejected', ['b1']],
    ['is:commented', ['f1']],
    ['is:nonsense', []],
  ])('filters by "%s"', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('hides endpoints without a hit while a filter is on', () => {
    expect(groupCases(operations, cases, readFilter('quantity'))).toHaveLength(1);
  });
});

describe('moving', () => {
  it.each([
    [undefined, 1, 'b1'],
    [undefined, -1, 'o2'],
    ['b1', 1, 'f1'],
    ['o2', 1, undefined],
  ] as const)('from %s by %i leads to %s', (from, step, expected) => {
    expect(neighbour(all, from, step)?.id).toBe(expected);
  });

  it.each([
    ['f1', 1, 'o2'],
    ['o2', 1, 'f1'],
    ['f1', -1, 'o2'],
    [undefined, 1, 'f1'],
    [undefined, -1, 'o2'],
  ] as const)('finds what is undecided from %s by %i: %s', (from, step, expected) => {
    expect(nextPending(all, from, step)?.id).toBe(expected);
  });

  it('finds nothing undecided but the case itself', () => {
    const one = groupCases([operation('a')], [caseRow('a1', 'a')], readFilter(''));
    expect(nextPending(one, 'a1')).toBeUndefined();
  });

  it.each([
    ['b1', 1, 'f1'],
    ['o2', -1, 'f1'],
    ['o2', 1, undefined],
    [undefined, 1, 'b1'],
  ] as const)('goes to another endpoint from %s by %i: %s', (from, step, expected) => {
    expect(neighbourOperation(all, from, step)?.id).toBe(expected);
  });
});

it('counts mine apart from what others decided, also somebody of the same name', () => {
  const carried = caseRow('c', 'old', { state: 'approved', decidedByMe: true, carriedOver: true });
  const namesake = caseRow('n', 'old', { state: 'approved', decidedBy: 'Ann' });
  expect(progressOf([...cases, carried, namesake])).toEqual({
    total: 6,
    mine: 1,
    others: 2,
    carriedOver: 1,
    pending: 2,
    approved: 3,
    rejected: 1,
  });
});
