import { expect, it } from 'vitest';

import { stateAfter } from './states';

it.each([
  ['pending', 'approve', 'approved'],
  ['pending', 'reject', 'rejected'],
  ['pending', 'reopen', undefined],
  ['approved', 'approve', undefined],
  ['approved', 'reject', 'rejected'],
  ['approved', 'reopen', 'pending'],
  ['rejected', 'approve', 'approved'],
  ['rejected', 'reject', undefined],
  ['rejected', 'reopen', 'pending'],
] as const)('%s + %s -> %s', (state, verdict, result) => {
  expect(stateAfter(state, verdict)).toBe(result);
});
