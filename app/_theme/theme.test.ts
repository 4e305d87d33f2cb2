import { expect, it } from 'vitest';

import { readTheme } from './theme';

it.each([
  ['dark', 'dark'],
  ['light', 'light'],
  ['system', 'system'],
  [undefined, 'system'],
  ['"><script>', 'system'],
])('reads the cookie %j as %s', (value, theme) => {
  expect(readTheme(value)).toBe(theme);
});
