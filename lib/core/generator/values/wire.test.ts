import { describe, expect, it } from 'vitest';

import type { Place } from './types';
import { createValidator } from './validator';
import { isCarried, isSendable, survivesWire, textReadings } from './wire';

import type { Json } from '#lib/core/json';
import type { Schema } from '#lib/core/openapi/model';
import { registryOf } from '#lib/testing/schema-registry';

const validator = createValidator(registryOf(), { assertFormats: true });

describe('survivesWire', () => {
  it.each<[Schema, Json, Place, boolean]>([
    [{ type: 'string' }, 123, 'json', true],
    [{ type: 'string' }, 123, 'query', false],
    [{ type: 'string' }, null, 'query', false],
    [{ type: 'integer' }, 'abc', 'query', true],
    [{ type: 'integer' }, '12', 'query', false],
    [{ type: 'integer' }, ' 12', 'query', false],
    [{ type: 'integer' }, '+1_000', 'query', false],
    [{ type: 'number' }, 'NaN', 'query', false],
    [{ type: 'integer' }, 1.5, 'query', true],
    [{ type: 'integer' }, '', 'query', false],
    [{ type: 'boolean' }, 'maybe', 'query', true],
    [{ type: 'boolean' }, 1, 'query', false],
    [{ type: 'boolean' }, 'yes', 'header', false],
    [{ type: ['integer', 'null'] }, 'null', 'query', false],
    [{ minimum: 5 }, 3, 'query', false],
    [{ type: 'integer', minimum: 5 }, 3, 'query', true],
    [{ type: 'string', minLength: 1 }, '', 'path', false],
    [{ type: 'string', pattern: '^a$' }, 'b/c', 'path', false],
    [{ type: 'string', pattern: '^a$' }, '..', 'path', false],
    [{ type: 'string', pattern: '^a$' }, 'a ', 'header', false],
    [{ type: 'string', pattern: '^a$' }, 'a\nb', 'header', false],
    [{ type: 'string', pattern: '^a$' }, 'é', 'header', false],
    [{ type: 'string', pattern: '^a$' }, 'a;b', 'cookie', false],
    [{ type: 'string', pattern: '^a$' }, '\ud800', 'query', false],
    [{ type: 'string', pattern: '^a$' }, 'b', 'cookie', true],
    [{ type: 'array', items: { type: 'integer' } }, 'abc', 'query', true],
    [{ type: 'array', items: { type: 'string' } }, 'abc', 'query', false],
    [{ type: 'array', items: { type: 'string' }, maxItems: 1 }, ['a', 'b'], 'query', true],
    [{ type: 'array', items: { type: 'string', maxLength: 1 } }, ['a,b'], 'query', false],
    [{ type: 'array', minItems: 1 }, [], 'query', false],
    [{ type: 'array', items: { type: 'integer' } }, ['1', '2'], 'query', false],
  ])('%j, %j in %s: %s', (schema, value, place, expected) => {
    expect(survivesWire(validator, schema, value, place, { path: [], depth: 0 })).toBe(expected);
  });

  it('reads the changed field of a form in all ways, the others as the schema has them', () => {
    const schema: Schema = {
      type: 'object',
      required: ['age'],
      properties: { age: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
    };
    const survives = (value: Json, place: Place, path: string[]) =>
      survivesWire(validator, schema, value, place, { path, depth: 0 });
    expect(survives({ age: '7' }, 'form', ['age'])).toBe(false);
    expect(survives({ age: 'seven' }, 'form', ['age'])).toBe(true);
    expect(survives({ age: 7, tags: 'a' }, 'form', ['tags'])).toBe(false);
    expect(survives({ age: 7, tags: 'a,b' }, 'form', ['tags'])).toBe(false);
    expect(survives({ tags: ['a'] }, 'form', ['age'])).toBe(true);
    expect(survives({}, 'multipart', ['age'])).toBe(true);
    expect(survives({ age: { a: 1 } }, 'multipart', ['age'])).toBe(true);
    expect(survives({ age: 7, tags: [] }, 'form', ['tags'])).toBe(false);
  });
});

describe('what can be sent', () => {
  it('bounds lengths where servers do', () => {
    expect(isSendable('x'.repeat(9000), 'query')).toBe(false);
    expect(isSendable('x'.repeat(9000), 'form')).toBe(true);
    expect(isSendable('x y', 'header')).toBe(true);
    expect(isSendable('\u0000', 'json')).toBe(true);
  });

  it('has no null, nothing empty and no delimiter in lists', () => {
    expect(isCarried({ a: null }, 'query', 0)).toBe(false);
    expect(isCarried({}, 'query', 0)).toBe(false);
    expect(isCarried({}, 'form', 0)).toBe(true);
    expect(isCarried({ '': 'a' }, 'form', 0)).toBe(false);
    expect(isCarried(['a b'], 'query', 0)).toBe(false);
    expect(isCarried(['a b'], 'form', 0)).toBe(true);
    expect(isCarried({ a: { b: null } }, 'multipart', 0)).toBe(true);
  });

  it('knows what a lenient server may read', () => {
    expect(textReadings('1')).toEqual(['1', 1, 1, true]);
    expect(textReadings('False')).toEqual(['False', false]);
    expect(textReadings('0x1f')).toEqual(['0x1f', 0]);
    expect(textReadings('abc')).toEqual(['abc']);
  });
});
