import { expect, it } from 'vitest';

import { counted } from './counted';

it.each([
  [0, '0 cases'],
  [1, '1 case'],
  [2, '2 cases'],
])('counts %i', (count, text) => {
  expect(counted(count, 'case')).toBe(text);
});

it('takes an irregular plural', () => {
  expect([counted(1, 'entry', 'entries'), counted(3, 'entry', 'entries')]).toEqual(['1 entry', '3 entries']);
});
