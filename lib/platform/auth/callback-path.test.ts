import { expect, it } from 'vitest';

import { safeCallbackPath } from './callback-path';

it.each([
  ['/review/abc?case=1#L4', '/review/abc?case=1#L4'],
  ['/admin/users', '/admin/users'],
  ['/接口', '/%E6%8E%A5%E5%8F%A3'],
  ['https://evil.example/x', '/review'],
  ['//evil.example/x', '/review'],
  ['/\\evil.example', '/review'],
  ['/\t/evil.example', '/review'],
  ['javascript:alert(1)', '/review'],
  ['/sign-in?callbackUrl=/sign-in', '/review'],
  ['', '/review'],
  [undefined, '/review'],
  [['/a', '/b'], '/review'],
])('%j leads to %s', (value, path) => {
  expect(safeCallbackPath(value)).toBe(path);
});
