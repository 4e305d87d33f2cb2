import { describe, expect, it } from 'vitest';

import { createValidator } from '../validator';
import { createAjvValidator } from '../witness/ajv-validator';

import type { Json } from '#lib/core/json';
import type { Schema } from '#lib/core/openapi/model';
import { registryOf } from '#lib/testing/schema-registry';
import { issuesText } from '#lib/testing/verdicts';

const registry = registryOf({
  Node: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, next: { $ref: '#/$defs/Node' } },
  },
  Named: { properties: { name: { type: 'string' } }, required: ['name'] },
  Id: { type: 'integer', readOnly: true },
});
const judge = createValidator(registry, { assertFormats: true });
const ajv = createAjvValidator(registry, { assertFormats: true });
const named: Schema = { $ref: '#/$defs/Named' };
const text: Schema = { type: 'string' };

const schemas: Schema[] = [
  true,
  false,
  {},
  ...(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'] as const).map((type): Schema => ({
    type,
  })),
  { type: ['string', 'null'], minLength: 2 },
  { type: 'integer', minimum: 2, multipleOf: 3 },
  { enum: [1, 'ab', null, { a: 1 }, [1]] },
  { const: { a: 1, b: [1, 2] } },
  { const: 'ab', type: 'string', maxLength: 1 },
  { minLength: 2, maxLength: 3, pattern: '^a' },
  { format: 'date-time' },
  { format: 'email' },
  { format: 'int32' },
  { format: 'byte' },
  { format: 'unheard-of' },
  { minimum: 1, maximum: 3 },
  { exclusiveMinimum: 1, exclusiveMaximum: 3 },
  { multipleOf: 0.01 },
  { minProperties: 2, maxProperties: 2 },
  { required: ['a', 'b'] },
  { properties: { a: false, b: true, 'x/y~z': text } },
  { dependentRequired: { a: ['b', 'c'], b: [] } },
  { dependentSchemas: { a: { required: ['c'] }, b: { maxProperties: 1 } } },
  { properties: { a: {} }, additionalProperties: false },
  { properties: { a: {} }, patternProperties: { '^b': text }, additionalProperties: { type: 'integer' } },
  { patternProperties: { '^[ab]$': { type: 'integer' }, '^b': { minimum: 5 } } },
  { propertyNames: { maxLength: 1, pattern: '^[a-z]' } },
  { propertyNames: { enum: ['a', 'b'] } },
  { minItems: 2, maxItems: 2 },
  { uniqueItems: true },
  { items: text },
  { items: false },
  { prefixItems: [text, { type: 'integer' }], items: false },
  { prefixItems: [text, { type: 'integer' }], items: { type: 'boolean' } },
  { contains: { type: 'integer' } },
  { contains: { type: 'integer' }, minContains: 2 },
  { contains: { type: 'integer' }, minContains: 0, maxContains: 1 },
  { contains: { type: 'integer' }, minContains: 2, maxContains: 2 },
  { contains: { type: 'integer' }, minContains: 0 },
  { contains: {}, maxContains: 1 },
  { allOf: [{ required: ['a'] }, { properties: { b: text } }, false] },
  { anyOf: [{ type: 'integer' }, { minLength: 3 }] },
  { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
  { oneOf: [{ type: 'integer' }, { minimum: 2 }, { maximum: 5 }] },
  { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
  { not: { required: ['a'] } },
  { not: true },
  { if: { required: ['a'] }, then: { required: ['b'] }, else: { required: ['c'] } },
  { if: { type: 'string' }, then: { minLength: 3 } },
  { if: { type: 'string' }, else: { minimum: 3 } },
  { $ref: '#/$defs/Node' },
  { $ref: '#/$defs/Node', required: ['a'] },
  { $ref: '#/$defs/Nowhere' },
  { properties: { id: { $ref: '#/$defs/Id' } }, required: ['id', 'a'] },
  { properties: { a: {} }, unevaluatedProperties: false },
  { allOf: [{ properties: { a: {} } }, named], unevaluatedProperties: false },
  {
    anyOf: [{ properties: { a: text }, required: ['a'] }, { properties: { b: {} } }],
    unevaluatedProperties: text,
  },
  { oneOf: [named, { required: ['a'], properties: { a: {} } }], unevaluatedProperties: false },
  { patternProperties: { '^b': {} }, unevaluatedProperties: false },
  { $ref: '#/$defs/Named', unevaluatedProperties: false },
  { dependentSchemas: { a: { properties: { a: {}, b: {} } } }, unevaluatedProperties: false },
  {
    if: { properties: { a: { type: 'integer' } }, required: ['a'] },
    then: { properties: { b: {} } },
    else: { properties: { c: {} } },
    unevaluatedProperties: false,
  },
  { prefixItems: [text], unevaluatedItems: false },
  { allOf: [{ prefixItems: [text, text] }], unevaluatedItems: { type: 'integer' } },
  { anyOf: [{ prefixItems: [true], minItems: 1 }, { type: 'string' }], unevaluatedItems: false },
];

const values: Json[] = [
  ...[null, true, false, 0, 1, 2, 3, 6, 2.5, 19.99, 19.995, 2147483648, '', 'a', 'ab', 'abc', '😀😀', 'xyzw'],
  ...['2025-06-02T09:30:00Z', '2025-06-02', 'a@example.com', 'SGVsbG8=', 'not base64!'],
  ...[[], [1], ['a'], ['a', 1], ['a', 1, true], [1, 1], [1, 2], [{ a: 1 }, { a: 1 }], ['a', 'b', 'c']],
  ...[{}, { a: 1 }, { b: 1 }, { a: 'x', b: 'y' }, { a: 1, b: [1, 2] }, { a: 1, b: 2, c: 3 }, { name: 'x' }],
  ...[{ name: 1, a: 1 }, { name: 'x', next: { name: 'y', next: {} } }, { 'x/y~z': 1, bb: 'x' }, { id: 1 }],
];

describe('the judge', () => {
  it.each(schemas.map((schema): [Schema] => [schema]))('finds in %j what ajv finds', (schema) => {
    for (const value of values) {
      const issues = judge.errorsOf(schema, value);
      expect(issuesText(issues), JSON.stringify(value)).toBe(issuesText(ajv.errorsOf(schema, value)));
      expect(judge.isValid(schema, value)).toBe(issues.length === 0);
    }
  });

  it('takes names that mean something to JavaScript as names', () => {
    const own: Json = { ['__proto__']: 1, constructor: 1 };
    const properties = Object.fromEntries([['__proto__', text] as const, ['constructor', text] as const]);
    const required = ['__proto__', 'constructor', 'toString'];
    expect(issuesText(judge.errorsOf({ properties }, own))).toBe('type at /__proto__\ntype at /constructor');
    expect(judge.isValid({ properties }, {})).toBe(true);
    expect(judge.errorsOf({ required }, {}).map(({ params }) => params['missingProperty'])).toEqual(required);
    expect(judge.errorsOf({ properties: {}, unevaluatedProperties: false }, own)).toHaveLength(2);
  });
});
