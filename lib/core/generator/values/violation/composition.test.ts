import { describe, expect, it } from 'vitest';

import type { Place } from '../types';
import { createValues } from '../values';

import type { Json } from '#lib/core/json';
import type { Schema } from '#lib/core/openapi/model';
import { registryOf } from '#lib/testing/schema-registry';

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };
const object = (properties: Record<string, Schema>, more: object = {}): Schema => ({
  type: 'object',
  properties,
  ...more,
});
const registry = registryOf({
  Card: object({ kind: { const: 'card' }, number: text }, { required: ['kind', 'number'] }),
  Cash: object({ kind: { const: 'cash' }, amount: whole }, { required: ['kind', 'amount'] }),
  Loose: object({ kind: text, amount: whole }, { required: ['kind'] }),
  Tree: object(
    { name: text, parts: { type: 'array', items: { $ref: '#/$defs/Tree' } } },
    { required: ['name'] },
  ),
});
const values = createValues({ registry, seed: 'x', assertFormats: true, direction: 'request' });

/** The violations as `place keyword id value`. */
function rows(schema: Schema, base: Json, place: Place = 'json'): string[] {
  expect(values.isValid(schema, base)).toBe(true);
  return values.violations(schema, base, place).items.map(({ keyword, id, delta }) => {
    const value = delta.op === 'remove' ? '' : ` ${JSON.stringify(delta.value)}`;
    return `${delta.path.join('.')} ${keyword} ${id}${value}`;
  });
}

const payment: Schema = {
  oneOf: [{ $ref: '#/$defs/Card' }, { $ref: '#/$defs/Cash' }],
  discriminator: { propertyName: 'kind', mapping: { card: 'Card', cash: 'Cash' } },
};
const card = { kind: 'card', number: '1' };

describe('violations of rules that hold whole schemas', () => {
  it.each<[string, Schema, Json, string]>([
    [
      'propertyNames',
      { type: 'object', propertyNames: { pattern: '^[a-z]+$' } },
      { a: 1 },
      'unknown_name propertyNames unknown "Handmade Gold Chair"',
    ],
    [
      'propertyNames length',
      { type: 'object', propertyNames: { maxLength: 3 } },
      { a: 1 },
      'xxxx propertyNames too-long "Gold"',
    ],
    [
      'patternProperties',
      object({}, { patternProperties: { '^x-': whole } }),
      {},
      'x-note patternProperties type-string "not-valid"',
    ],
    [
      'a member that matches a pattern',
      object({}, { patternProperties: { '^x-': { type: 'integer', minimum: 3 } } }),
      { 'x-a': 5 },
      'x-a minimum just-below 2',
    ],
    [
      'additionalProperties as a schema',
      object({ a: text }, { additionalProperties: { type: 'string', maxLength: 3 } }),
      { a: 'x' },
      'x-note additionalProperties max-length-one-over-3 "xxxx"',
    ],
    [
      'unevaluatedProperties as a schema',
      { allOf: [object({ a: text })], unevaluatedProperties: whole },
      { a: 'x' },
      'x-note unevaluatedProperties type-string "not-valid"',
    ],
    [
      'unevaluatedProperties across branches',
      {
        anyOf: [object({ a: text }), object({ b: text })],
        unevaluatedProperties: false,
      },
      { a: 'x', b: 'y' },
      'unexpected_property unevaluatedProperties unexpected-property "unexpected"',
    ],
    ['contains', { type: 'array', items: whole, contains: { minimum: 5 } }, [7], ' contains none [1]'],
    [
      'contains where items are of that kind only',
      { type: 'array', items: { enum: [7, 8] }, contains: { minimum: 5 } },
      [7],
      ' contains none []',
    ],
    [
      'minContains',
      { type: 'array', items: whole, contains: { minimum: 5 }, minContains: 2 },
      [7, 8],
      ' minContains one-too-few [7]',
    ],
    [
      'maxContains',
      { type: 'array', items: whole, contains: { minimum: 5 }, maxContains: 1 },
      [7],
      ' maxContains one-too-many [7,94]',
    ],
    [
      'items after a prefix',
      { type: 'array', prefixItems: [whole, text], items: false },
      [1],
      ' items extra-item [1,"Soft Cotton Gloves","unexpected"]',
    ],
    [
      'a prefix item',
      { type: 'array', prefixItems: [{ type: 'integer', maximum: 4 }] },
      [1],
      '0 maximum just-above 5',
    ],
    [
      'unevaluatedItems',
      { allOf: [{ type: 'array', prefixItems: [whole] }], unevaluatedItems: false },
      [1],
      ' unevaluatedItems extra-item [1,"unexpected"]',
    ],
    ['not', { type: 'string', not: { enum: ['admin'] } }, 'reader', ' not excluded "admin"'],
    [
      'not both',
      object({ a: text, b: text }, { not: { required: ['a', 'b'] } }),
      { a: 'x' },
      'b not excluded "Aluminum"',
    ],
    ['oneOf: none', { oneOf: [text, whole] }, 'x', ' oneOf no-branch {}'],
    [
      'oneOf: several',
      {
        oneOf: [
          { type: 'integer', multipleOf: 3 },
          { type: 'integer', multipleOf: 5 },
        ],
      },
      3,
      ' oneOf several-branches 0',
    ],
    [
      'oneOf: several sets of members',
      object({ a: text, b: text }, { oneOf: [{ required: ['a'] }, { required: ['b'] }] }),
      { a: 'x' },
      'b oneOf several-branches "Aluminum"',
    ],
    ['anyOf: none', { anyOf: [text, whole] }, 'x', ' anyOf no-branch {}'],
    [
      'anyOf beside a type',
      object({ a: text, b: text }, { anyOf: [{ required: ['a'] }, { required: ['b'] }] }),
      { a: 'x' },
      ' anyOf no-branch {}',
    ],
    ['discriminator: unknown', payment, card, 'kind discriminator unknown "unknown_value"'],
    ['discriminator: another branch', payment, card, 'kind discriminator as-cash "cash"'],
    ['discriminator: missing', payment, card, 'kind required missing'],
    [
      'dependentSchemas',
      object({ a: text }, { dependentSchemas: { a: { required: ['b'] } } }),
      { a: 'x', b: 'y' },
      'b required missing',
    ],
    [
      'a member of then',
      object({}, { if: { required: ['a'] }, then: { properties: { b: { type: 'integer', maximum: 3 } } } }),
      { a: 1, b: 2 },
      'b maximum just-above 4',
    ],
    [
      'allOf parts',
      { allOf: [{ type: 'integer', minimum: 2 }, { maximum: 9 }] },
      5,
      ' maximum just-above 10',
    ],
    [
      'deep in recursion',
      { $ref: '#/$defs/Tree' },
      { name: 'a', parts: [{ name: 'b', parts: [{ name: 'c' }] }] },
      'parts.0.parts.0.name required missing',
    ],
  ])('%s', (_, schema, base, row) => {
    const found = rows(schema, base);
    expect(found).toContain(row);
  });

  it.each<[string, Schema, Json]>([
    ['several branches where a discriminator chooses', payment, card],
    ['nothing where branches exclude each other', { oneOf: [{ const: 1 }, { const: 2 }] }, 1],
  ])('never %s', (_, schema, base) => {
    expect(rows(schema, base).join('\n')).not.toContain('several-branches');
  });

  it('names the condition under which a rule holds', () => {
    const conditional: Schema = object(
      { a: text },
      {
        dependentSchemas: { a: { required: ['b'] } },
        if: { required: ['a'] },
        then: { required: ['c'] },
        else: { required: ['d'] },
      },
    );
    const { items } = values.violations(conditional, { a: 'x', b: 'y', c: 'z' }, 'json');
    expect(items.flatMap(({ delta, condition }) => (condition ? [[delta.path, condition]] : []))).toEqual([
      [['c'], { keyword: 'then' }],
      [['b'], { keyword: 'dependentSchemas', member: 'a' }],
    ]);
  });

  it('says why a rule cannot be broken alone', () => {
    const reasons = (schema: Schema, base: Json) =>
      values.violations(schema, base, 'json').skipped.map(({ reason }) => reason);
    expect(reasons({ anyOf: [text, {}] }, 'x')).toContain('No value was found that breaks anyOf alone.');
    expect(reasons(object({}, { patternProperties: { '(': text } }), {})[0]).toContain('ECMA-262');
  });

  it('breaks no discriminator whose values no branch lists: JSON Schema takes any, and so may a server', () => {
    const { discriminator } = payment as { discriminator: never };
    const loose: Schema = { oneOf: [{ $ref: '#/$defs/Loose' }, { $ref: '#/$defs/Cash' }], discriminator };
    const { items, skipped } = values.violations(loose, { kind: 'card' }, 'json');
    expect(items.filter(({ keyword }) => keyword === 'discriminator')).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'No schema lists the values of kind, so that JSON Schema takes any.',
    ]);
  });

  it.each<Place>(['query', 'form', 'header', 'cookie'])('are still wrong as text in %s', (place) => {
    const list: Schema = { type: 'array', items: whole, contains: { minimum: 5 } };
    expect(rows(list, [7], place)).toContain(' contains none [1]');
    expect(rows({ oneOf: [{ ...text, maxLength: 2 }, whole] }, 'x', place).join()).not.toContain('12345');
    expect(rows({ type: 'string', not: { enum: ['admin'] } }, 'reader', place)).toContain(
      ' not excluded "admin"',
    );
  });
});
