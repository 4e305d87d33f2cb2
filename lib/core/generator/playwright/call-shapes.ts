import type { Helper, Method } from '../plan/expression';

/**
 * How the arguments of a call stand in TypeScript, which has no names for them: those that are many become one list,
 * those with a name that is always given follow without it, and the other names become the members of a last object.
 */
export interface CallShape {
  /** Where the arguments begin that are one list. */
  listFrom?: number;
  /** A list of one stands without its brackets. */
  isLoose?: true;
  /** Names whose values follow, in this order. */
  then?: readonly string[];
  /** Arguments that count; those behind are for pytest alone. */
  most?: number;
}

/** Calls whose arguments are written otherwise than in the plan. */
export const callShapes: Readonly<Partial<Record<Helper | Method, CallShape>>> = {
  changed: { listFrom: 1, isLoose: true, then: ['value'] },
  without: { listFrom: 1, isLoose: true },
  only: { listFrom: 1, isLoose: true },
  raw_json: { listFrom: 1, isLoose: true, then: ['text'] },
  expect_success: { listFrom: 1, isLoose: true },
  expect_rejection: { listFrom: 1, isLoose: true, then: ['rule'] },
  expect_cleared: { listFrom: 2 },
  expect_not_stored: { listFrom: 1, then: ['value'] },
  expect_listed: { listFrom: 2, then: ['value'] },
  expect_not_listed: { listFrom: 2, then: ['value'] },
  expect_each: { then: ['value'] },
  expect_handled: { then: ['rule'] },
  // Playwright has no timer of its own: the check takes the times.
  expect_in_time: { most: 2 },
  result: { listFrom: 0 },
};

/** What asks the server, and is waited for. */
export const asynchronous: ReadonlySet<string> = new Set<Helper | Method>([
  'etag',
  'expect_all_pages',
  'expect_in_time',
  'expect_other_page',
  'expect_steady',
  'first',
  'follow',
  'require_accepted',
  'require_other_tag',
  'require_sample',
  'result',
  'send',
  'send_preferring',
  'wait_until_done',
]);
