import { describe, expect, it } from 'vitest';

import { isHarmless } from './harmless';
import { createValues } from './values';

import type { Schema } from '#lib/core/openapi/model';
import { registryOf } from '#lib/testing/schema-registry';

describe('isHarmless', () => {
  it.each([
    ['a@example.com', true],
    ['a@mail.example.org', true],
    ['a@x.test', true],
    ['a@bookshop.io', false],
    ['https://example.com/a', true],
    ['https://abc.dev/a', false],
    ['4111 1111 1111 1111', false],
    ['4111111111111111', true],
    ['4111111111111112', true],
    ['+12025550143', true],
    ['+4915112345678', false],
    ['Silk', true],
  ])('%s: %s', (text, expected) => {
    expect(isHarmless(text)).toBe(expected);
  });
});

describe('texts made for a pattern', () => {
  const values = createValues({
    registry: registryOf(),
    seed: 'x',
    assertFormats: true,
    direction: 'request',
  });
  it.each<[string, string]>([
    ['contact', '^[a-z]+@[a-z]+\\.[a-z]{2,3}$'],
    ['card', '^[0-9]{16}$'],
    ['phone', '^\\+[1-9][0-9]{7,14}$'],
    ['mobile', '^[0-9]{10}$'],
    ['target', '^https://[a-z.]+/$'],
  ])('belong to nobody: %s', (name, pattern) => {
    const schema: Schema = { type: 'string', pattern };
    for (let number = 0; number < 20; number++) {
      const made = values.valid(schema, { name, fill: 'all', place: 'json', key: String(number) });
      const value = 'value' in made ? made.value : '';
      expect(value).toMatch(new RegExp(pattern));
      expect(isHarmless(String(value)), String(value)).toBe(true);
    }
  });
});
