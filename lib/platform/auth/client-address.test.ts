import { expect, it } from 'vitest';

import { clientAddress } from './client-address';

it.each([
  [null, 'unknown'],
  ['', 'unknown'],
  ['203.0.113.9', '203.0.113.9'],
  ['6.6.6.6, 203.0.113.9', '203.0.113.9'],
])('counts X-Forwarded-For %j for %s', (header, address) => {
  expect(clientAddress(header)).toBe(address);
});
