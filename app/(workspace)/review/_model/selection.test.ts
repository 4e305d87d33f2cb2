import { expect, it } from 'vitest';

import { emptySelection, extendTo, toggle } from './selection';

const order = ['a', 'b', 'c', 'd'];

it('adds and takes away one', () => {
  const one = toggle(emptySelection, 'b');
  expect([...one.ids]).toEqual(['b']);
  expect([...toggle(one, 'b').ids]).toEqual([]);
});

it.each([
  ['b', 'd', ['b', 'c', 'd']],
  ['c', 'a', ['c', 'a', 'b']],
])('extends from %s to %s', (from, to, expected) => {
  expect([...extendTo(toggle(emptySelection, from), to, order).ids]).toEqual(expected);
});

it('starts with the case itself when nothing was selected before, or when that is filtered away', () => {
  expect([...extendTo(emptySelection, 'c', order).ids]).toEqual(['c']);
  expect([...extendTo(toggle(emptySelection, 'gone'), 'c', order).ids]).toEqual(['gone', 'c']);
});
