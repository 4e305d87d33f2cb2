import { describe, expect, it } from 'vitest';

import { applyDelta } from './delta';
import type { Place } from './types';
import { createValues } from './values';

import type { Json } from '#lib/core/json';
import type { Schema } from '#lib/core/openapi/model';
import { registryOf } from '#lib/testing/schema-registry';

const registry = registryOf({
  Node: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/$defs/Node' } } },
  },
  Endless: { type: 'object', required: ['next'], properties: { next: { $ref: '#/$defs/Endless' } } },
  MaybeEnd: {
    type: 'object',
    required: ['next'],
    properties: { next: { anyOf: [{ $ref: '#/$defs/MaybeEnd' }, { type: 'null' }] } },
  },
  Pet: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', dog: 'Dog' } },
  },
  Cat: {
    allOf: [
      { $ref: '#/$defs/Pet' },
      { required: ['lives'], properties: { lives: { type: 'integer', minimum: 1, maximum: 9 } } },
    ],
  },
  Dog: { allOf: [{ $ref: '#/$defs/Pet' }, { properties: { bark: { type: 'string' } } }] },
});
const values = createValues({ registry, seed: 'x', assertFormats: true, direction: 'request' });

function make(
  schema: Schema,
  options: { place?: Place; fill?: 'required' | 'all'; name?: string; examples?: Json[] } = {},
) {
  return values.valid(schema, { name: 'thing', fill: 'all', place: 'json', ...options });
}
function made(schema: Schema, options: Parameters<typeof make>[1] = {}): Json {
  const result = make(schema, options);
  if ('reason' in result) throw new Error(result.reason);
  expect(values.isValid(schema, result.value)).toBe(true);
  return result.value;
}

const object = (properties: Record<string, Schema>, rest: Schema = {}): Schema => ({
  type: 'object',
  properties,
  ...(rest as object),
});

describe('valid honours each keyword', () => {
  it.each<Schema>([
    { type: 'string', minLength: 300, maxLength: 300 },
    { type: 'string', format: 'email', maxLength: 12, pattern: '@' },
    { type: 'string', format: 'uri', minLength: 60 },
    { type: 'string', format: 'date', pattern: '^20' },
    { type: 'string', pattern: '^[a-z]', not: { enum: ['a'] } },
    { allOf: [{ type: 'string', pattern: 'x$' }, { pattern: '^y' }, { minLength: 4 }] },
    { allOf: [{ type: 'string', pattern: 'cat' }, { pattern: 'dog' }] },
    { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.5 },
    { type: 'number', minimum: 0.1, maximum: 0.35, multipleOf: 0.1 },
    { type: 'integer', minimum: 1001, multipleOf: 7 },
    { type: 'integer', exclusiveMinimum: -10, exclusiveMaximum: -5 },
    { type: 'integer', multipleOf: 0.5, minimum: 3 },
    { allOf: [{ type: 'number' }, { type: 'integer', maximum: -3 }] },
    { type: 'array', minItems: 3, uniqueItems: true, items: { enum: ['a', 'b', 'c'] } },
    { type: 'array', minItems: 5, uniqueItems: true, items: { type: 'integer', minimum: 1, maximum: 5 } },
    { type: 'array', minItems: 2, uniqueItems: true, items: { type: 'boolean' } },
    { type: 'array', minItems: 4, uniqueItems: true, items: { type: 'string' } },
    { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2 },
    { type: 'array', contains: { const: 5 }, minContains: 2, items: { type: 'integer' } },
    { type: 'array', maxItems: 0 },
    object({ a: { type: 'string' } }, { minProperties: 3, additionalProperties: { type: 'integer' } }),
    object({}, { minProperties: 2, propertyNames: { pattern: '^[A-Z]{3}$' } }),
    object({}, { minProperties: 1, propertyNames: { enum: ['only'] } }),
    object(
      {},
      { minProperties: 1, patternProperties: { '^x-': { type: 'integer' } }, additionalProperties: false },
    ),
    object({ a: {}, b: {}, c: {} }, { maxProperties: 2, required: ['c'] }),
    object({ a: {}, b: {} }, { dependentRequired: { a: ['b', 'd'] }, required: ['a'] }),
    object({ a: {} }, { dependentSchemas: { a: { required: ['z'] } } }),
    object(
      { a: { type: 'string' }, b: { type: 'string' } },
      { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    ),
    object(
      { kind: { enum: ['x', 'y'] } },
      { required: ['kind'], if: { properties: { kind: { const: 'x' } } }, then: { required: ['x'] } },
    ),
    object({ a: {} }, { unevaluatedProperties: false }),
    { anyOf: [{ type: 'null' }, { type: 'string', minLength: 4 }] },
    { oneOf: [{ type: 'integer' }, { type: 'number' }] },
    { oneOf: [{ type: 'string', format: 'uuid' }, { type: 'string' }] },
    { enum: [null] },
    { const: { a: [1] } },
    { type: ['null', 'integer'] },
    { default: 'auto' },
    {},
    true,
    { $ref: '#/$defs/Node' },
    { $ref: '#/$defs/MaybeEnd' },
    { $ref: '#/$defs/Cat' },
    {
      oneOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }],
      discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', dog: 'Dog' } },
    },
  ])('%j', (schema) => {
    for (const fill of ['required', 'all'] as const) made(schema, { fill });
  });

  it('names an heir by its discriminator', () => {
    expect(made({ $ref: '#/$defs/Cat' })).toMatchObject({ kind: 'cat' });
    expect(made({ $ref: '#/$defs/Dog' })).toMatchObject({ kind: 'dog' });
  });

  it.each<[Schema, string]>([
    [false, 'No value'],
    [{ $ref: '#/$defs/Endless' }, 'without end'],
    [{ allOf: [{ type: 'string' }, { type: 'integer' }] }, 'No value'],
    [{ type: 'string', minLength: 5, maxLength: 2 }, 'No value'],
    [{ type: 'string', minLength: 1e9 }, 'No value'],
    [{ type: 'string', pattern: '.^' }, 'No value'],
    [{ type: 'array', minItems: 1e6 }, 'more than'],
    [{ type: 'array', minItems: 3, uniqueItems: true, items: { type: 'boolean' } }, 'different items'],
    [object({}, { minProperties: 2, additionalProperties: false }), 'Not enough members'],
    [object({}, { minProperties: 1e6 }), 'more than'],
    [object({ a: false }, { required: ['a'] }), 'a:'],
    [{ oneOf: [{ type: 'object' }, { type: 'object' }] }, 'overlap'],
    [{ type: 'integer', minimum: 1, maximum: 0 }, 'No value'],
  ])('says why %j has no value', (schema, reason) => {
    expect(make(schema)).toEqual({ reason: expect.stringContaining(reason), source: expect.anything() });
  });

  it('sends only what can be sent as text', () => {
    for (const place of ['path', 'query', 'header', 'cookie'] as const) {
      expect(made({ type: 'string', minLength: 5 }, { place })).toMatch(/^[!-~]{5,}/);
      expect(made({ type: ['null', 'integer'] }, { place })).toEqual(expect.any(Number));
      expect(make({ type: 'null' }, { place })).toHaveProperty('reason');
      expect(made({ type: 'array', items: { type: 'string' } }, { place })).toHaveLength(1);
    }
    expect(make({ type: 'array', maxItems: 0 }, { place: 'query' })).toHaveProperty('reason');
  });

  it('takes the example, the default or the list before anything made up', () => {
    expect(make({ type: 'integer', default: 7 })).toMatchObject({ value: 7, origin: 'default' });
    expect(make({ enum: ['a'] })).toMatchObject({ value: 'a', origin: 'enum' });
    expect(make({ type: 'string' }, { examples: ['one'] })).toMatchObject({
      value: 'one',
      origin: 'example',
    });
    expect(make({ type: 'string', maxLength: 3 }, { examples: ['too long'] })).toMatchObject({
      origin: 'generated',
    });
    expect(make({ type: 'array', items: { type: 'string' } }, { examples: [['a', 'b']] })).toMatchObject({
      value: ['a', 'b'],
    });
  });
});

describe('violations', () => {
  const rows = (schema: Schema, base: Json, place: Place = 'json') => {
    const { items, skipped } = values.violations(schema, base, place);
    for (const { delta } of items) expect(values.isValid(schema, applyDelta(base, delta))).toBe(false);
    return {
      rules: items.map(({ keyword, id, delta }) => `${delta.path.join('.')} ${keyword} ${id}`),
      skipped,
    };
  };

  it.each<[string, Schema, Json, string]>([
    [
      'dependentRequired',
      object({}, { dependentRequired: { a: ['b'] } }),
      { a: 1, b: 2 },
      'b dependentRequired missing',
    ],
    ['minProperties', object({}, { minProperties: 2 }), { a: 1, b: 2 }, ' minProperties one-too-few'],
    ['maxProperties', object({}, { maxProperties: 2 }), { a: 1 }, ' maxProperties one-too-many'],
    [
      'unevaluatedProperties',
      object({ a: {} }, { unevaluatedProperties: false }),
      { a: 1 },
      'unexpected_property unevaluatedProperties unexpected-property',
    ],
    ['minItems', { type: 'array', minItems: 2, items: {} }, [1, 2], ' minItems one-too-few'],
    ['const', { const: 'fixed' }, 'fixed', ' const outside'],
    ['numeric enum', { enum: [1, 2] }, 1, ' enum outside'],
    ['enum of objects', { enum: [{ a: 1 }] }, { a: 1 }, ' enum outside'],
    ['exclusiveMinimum', { type: 'number', exclusiveMinimum: 0 }, 1, ' exclusiveMinimum at-bound'],
    ['maximum with steps', { type: 'integer', maximum: 20, multipleOf: 5 }, 10, ' maximum just-above'],
    ['int32', { type: 'integer', format: 'int32' }, 1, ' format above-int32'],
    ['int64', { type: 'integer', format: 'int64' }, 1, ' format below-int64'],
    [
      'email length',
      { type: 'string', format: 'email', maxLength: 50 },
      'a.b@example.com',
      ' maxLength one-over-50',
    ],
    ['minLength and format', { type: 'string', minLength: 3 }, 'abcd', ' minLength empty'],
    [
      'map member',
      object({}, { additionalProperties: { type: 'string', maxLength: 3 } }),
      { k: 'v' },
      'k maxLength one-over-3',
    ],
    [
      'item of a list',
      { type: 'array', items: object({ a: { type: 'integer', minimum: 1 } }) },
      [{ a: 2 }],
      '0.a minimum just-below',
    ],
    [
      'tuple member',
      { type: 'array', prefixItems: [{ type: 'integer' }], items: false },
      [1],
      '0 type string',
    ],
    [
      'chosen branch',
      { anyOf: [{ type: 'integer', minimum: 5 }, { type: 'boolean' }] },
      7,
      ' minimum just-below',
    ],
    [
      'chosen side',
      object({ a: {} }, { if: { required: ['a'] }, then: { required: ['b'] } }),
      { a: 1, b: 2 },
      'b required missing',
    ],
    [
      'else side',
      object({}, { if: { required: ['a'] }, else: { required: ['c'] } }),
      { c: 2 },
      'c required missing',
    ],
    ['inherited rule', { $ref: '#/$defs/Cat' }, { kind: 'cat', lives: 3 }, 'lives maximum just-above'],
  ])('break %s', (_name, schema, base, rule) => {
    expect(rows(schema, base).rules).toContain(rule);
  });

  it('never break what another branch allows', () => {
    const schema: Schema = {
      anyOf: [{ type: 'string', maxLength: 3 }, { type: 'string', minLength: 4 }, { type: 'integer' }],
    };
    expect(rows(schema, 'abc').rules.join()).not.toMatch(/Length|integer/);
  });

  it('say what cannot be broken and why', () => {
    expect(rows({ type: 'string', maxLength: 1e9 }, 'a').skipped[0]?.reason).toContain('impractical');
    expect(rows({ type: 'array', maxItems: 1e9 }, [1]).skipped[0]?.reason).toContain('impractical');
    expect(rows(object({}, { maxProperties: 1e9 }), {}).skipped[0]?.reason).toContain('impractical');
    expect(rows({ type: 'string', pattern: '(' }, 'a').skipped[0]?.reason).toContain('ECMA-262');
    expect(rows({ type: 'array', items: { type: 'string' } }, ['a'], 'query').skipped[0]?.reason).toContain(
      'as text',
    );
    const wide = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`k${index}`, 'v']));
    expect(
      rows(object({}, { additionalProperties: { type: 'string' } }), wide).skipped.at(-1)?.reason,
    ).toContain('first');
  });

  it('leave formats alone when they are not asserted', () => {
    const lenient = createValues({ registry, seed: 'x', assertFormats: false, direction: 'request' });
    const schema: Schema = { type: 'string', format: 'email' };
    expect(
      lenient.violations(schema, 'a@example.com', 'json').items.map(({ keyword }) => keyword),
    ).not.toContain('format');
  });
});

describe('boundaries', () => {
  it.each<[Schema, Json, string[]]>([
    [{ type: 'integer', minimum: 1, maximum: 9 }, 5, ['at-bound', 'just-above', 'at-bound', 'just-below']],
    [{ type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 }, 5, ['just-above']],
    [{ type: 'string', minLength: 2, maxLength: 4, pattern: '^[A-Z]+$' }, 'AAA', ['length-2', 'length-4']],
    [{ type: 'array', minItems: 1, maxItems: 2, items: { type: 'integer' } }, [1], ['2-items']],
    [{ enum: ['a', 'b', null] }, 'a', ['value-2']],
    [{ type: 'boolean' }, true, ['false']],
    [{ oneOf: [{ type: 'integer' }, { type: 'string' }] }, 5, ['as-string']],
  ])('%j', (schema, base, ids) => {
    const { items } = values.boundaries(schema, base, 'json');
    expect(items.map(({ id }) => id)).toEqual(ids);
    for (const { delta } of items) expect(values.isValid(schema, applyDelta(base, delta))).toBe(true);
  });
});

describe('unique places', () => {
  it('are identity-like texts with room for a suffix', () => {
    const schema = object({
      uuid: { type: 'string', format: 'uuid' },
      code: { type: 'string', maxLength: 5 },
      sku: { type: 'string' },
      slug: { type: 'string', pattern: '^[a-z-]+$' },
      email: { type: 'string', maxLength: 100 },
      color: { type: 'string' },
      name: { type: 'string', enum: ['a', 'b'] },
      id: { type: 'integer' },
    });
    const result = make(schema);
    expect('unique' in result && result.unique.map(({ path, kind }) => `${path.join('.')} ${kind}`)).toEqual([
      'uuid uuid',
      'sku text',
      'email email',
    ]);
  });
});
