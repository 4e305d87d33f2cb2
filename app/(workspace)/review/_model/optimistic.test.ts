import { expect, it } from 'vitest';

import { caseRow, operation } from './fixtures';
import { withAnswer, withDecision, withRows } from './optimistic';

import type { GenerationView } from '#lib/features/reviews/contract';

const view: GenerationView = {
  id: 'g',
  number: 1,
  state: 'ready',
  createdAt: '2026-01-01T00:00:00.000Z',
  api: { id: 'a', slug: 'orders', name: 'Orders' },
  spec: { label: '1', title: 'Orders', dialect: 'openapi-3.1', number: 1 },
  gates: { syntax: 'passed', lint: 'passed', compile: 'passed', collect: 'passed' },
  diagnostics: [],
  gapCount: 0,
  operations: [operation('o')],
  cases: [
    caseRow('a', 'o'),
    caseRow('b', 'o', { state: 'rejected', revision: 3, rejectReason: 'duplicate' }),
    caseRow('c', 'o'),
  ],
};
const target = (id: string) => ({ id, revision: 0, contentHash: 'h' });
const states = (changed: GenerationView) => changed.cases.map((entry) => entry.state);

it('shows a decision at once, with who took it', () => {
  const after = withDecision(view, { verdict: 'approve', cases: [target('a'), target('b')] }, 'Ann', 'now');
  expect(states(after)).toEqual(['approved', 'approved', 'pending']);
  expect(after.cases[1]).toMatchObject({ revision: 4, decidedBy: 'Ann', decidedByMe: true });
  expect(after.cases[1]).not.toHaveProperty('rejectReason');
});

it('names nobody once a decision is taken back', () => {
  const decided = withDecision(view, { verdict: 'approve', cases: [target('a')] }, 'Ann', 'now');
  const after = withDecision(decided, { verdict: 'reopen', cases: [target('a')] }, 'Ann', 'later');
  expect(after.cases[0]).toEqual(caseRow('a', 'o', { revision: 2 }));
});

it('leaves alone what is decided when a whole endpoint is decided', () => {
  const input = { verdict: 'approve' as const, pendingOnly: true, cases: [target('a'), target('b')] };
  expect(states(withDecision(view, input, 'Ann', 'now'))).toEqual(['approved', 'rejected', 'pending']);
});

it('goes back to the rows that stood there before', () => {
  const after = withDecision(view, { verdict: 'approve', cases: [target('a')] }, 'Ann', 'now');
  expect(withRows(after, [caseRow('a', 'o')])).toEqual(view);
});

it('keeps a later decision when the answer to an earlier one arrives', () => {
  const answer = [caseRow('a', 'o', { state: 'approved', revision: 1 })];
  expect(states(withAnswer(view, answer))[0]).toBe('approved');
  const later = withRows(view, [caseRow('a', 'o', { state: 'rejected', revision: 2 })]);
  expect(states(withAnswer(later, answer))[0]).toBe('rejected');
});
