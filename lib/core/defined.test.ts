import { expect, it } from 'vitest';

import { defined } from './defined';

it('leaves out what is null or undefined and keeps other empty values', () => {
  expect(defined({ a: null, b: undefined, c: 0, d: '', e: false })).toEqual({ c: 0, d: '', e: false });
});
