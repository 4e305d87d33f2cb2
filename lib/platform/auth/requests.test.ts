import { describe, expect, it } from 'vitest';

import { clientAddress } from './client-address';
import { assertSameOrigin } from './same-origin';

describe('assertSameOrigin', () => {
  const site = 'https://tests.example.com';
  it.each([
    [{}],
    [{ origin: site, host: 'internal:8000' }],
    [{ origin: 'http://127.0.0.1:8000', host: '127.0.0.1:8000' }],
    [{ origin: 'https://other.example.com', 'x-forwarded-host': 'other.example.com', host: 'internal' }],
  ])('lets %j through', (headers) => {
    expect(() => assertSameOrigin(new Headers(headers), site)).not.toThrow();
  });

  it.each([
    [{ origin: 'https://evil.example', host: 'tests.example.com' }],
    [{ origin: 'null', host: 'tests.example.com' }],
    [{ 'sec-fetch-site': 'cross-site', host: 'tests.example.com' }],
  ])('refuses %j', (headers) => {
    expect(() => assertSameOrigin(new Headers(headers), site)).toThrow(/another site/);
  });
});

it.each([
  [null, 'unknown'],
  ['', 'unknown'],
  ['203.0.113.9', '203.0.113.9'],
  ['6.6.6.6, 203.0.113.9', '203.0.113.9'],
])('counts X-Forwarded-For %j for %s', (header, address) => {
  expect(clientAddress(header)).toBe(address);
});
