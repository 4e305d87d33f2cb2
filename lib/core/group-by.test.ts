import { expect, it } from 'vitest';

import { groupBy } from './group-by';

it('keeps the order of keys and members', () => {
  expect([...groupBy([3, 1, 4, 1, 5], (n) => (n % 2 === 0 ? 'even' : 'odd'))]).toEqual([
    ['odd', [3, 1, 1, 5]],
    ['even', [4]],
  ]);
});
