import { describe, expect, it } from 'vitest';

import { createValidator } from './validator';

import type { Json } from '#lib/core/json';
import type { Schema } from '#lib/core/openapi/model';
import { registryOf } from '#lib/testing/schema-registry';

const options = { assertFormats: true };
const validator = createValidator(registryOf(), options);

describe('createValidator', () => {
  it.each<[Schema, Json, boolean]>([
    [{ type: 'integer', format: 'int32' }, 2147483648, false],
    [{ type: 'integer', format: 'int64' }, 2 ** 63, false],
    [{ type: 'integer', format: 'int64' }, -(2 ** 63), true],
    [{ type: 'number', format: 'double' }, 1.5, true],
    [{ type: 'string', format: 'byte' }, 'not base64!', false],
    [{ type: 'string', format: 'binary' }, '\u0000', true],
    [{ type: 'string', format: 'unheard-of' }, 'x', true],
    [{ type: 'integer' }, 1.0, true],
    [{ type: 'number', multipleOf: 0.01 }, 19.99, true],
    [{ type: 'number', multipleOf: 0.01 }, 19.995, false],
    [{ type: 'string', pattern: '^\\p{L}+$' }, '书名', true],
    [{ type: 'string', pattern: '^\\w\\-x$' }, 'a-x', true],
    [true, null, true],
    [false, null, false],
  ])('%j with %j: %s', (schema, value, expected) => {
    expect(validator.isValid(schema, value)).toBe(expected);
  });

  it('keeps two patterns apart', () => {
    const schema: Schema = {
      properties: { a: { type: 'string', pattern: '^a$' }, b: { type: 'string', pattern: '^b$' } },
    };
    expect(validator.isValid(schema, { a: 'a', b: 'b' })).toBe(true);
    expect(validator.errorsOf(schema, { a: 'a', b: 'a' })).toMatchObject([
      { instancePath: '/b', keyword: 'pattern' },
    ]);
  });

  it('does not require what only answers have, wherever it is declared', () => {
    const own = createValidator(registryOf({ Id: { type: 'string', readOnly: true } }), options);
    const schema: Schema = {
      allOf: [{ properties: { id: { $ref: '#/$defs/Id' } } }, { required: ['id', 'name'] }],
      properties: { name: { type: 'string' } },
    };
    expect(own.isValid(schema, { name: 'x' })).toBe(true);
    expect(own.isValid(schema, {})).toBe(false);
  });

  it('takes the branch that a discriminator means although others overlap', () => {
    const own = createValidator(
      registryOf({ Cat: { properties: { lives: { type: 'integer' } } }, Dog: { properties: { bark: {} } } }),
      options,
    );
    const oneOf: Schema[] = [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }];
    const discriminator = { propertyName: 'kind', mapping: { Cat: 'Cat', Dog: 'Dog' } };
    expect(own.isValid({ oneOf }, { kind: 'Cat' })).toBe(false);
    expect(own.isValid({ oneOf, discriminator }, { kind: 'Cat' })).toBe(true);
  });

  it('reads over what is malformed instead of throwing', () => {
    const malformed = {
      type: 'strng',
      minLength: 'x',
      maxLength: -1,
      minimum: '5',
      multipleOf: 0,
      required: 'name',
      enum: {},
      pattern: '(',
      patternProperties: { '(': false, '^x': { type: 'string' } },
      properties: [],
      items: null,
      allOf: {},
      oneOf: [],
      $id: 'https://example.com/evil',
      $schema: 'nonsense',
      dependentRequired: { a: 'b' },
    } as unknown as Schema;
    expect(validator.isValid(malformed, { anything: 1 })).toBe(true);
    expect(validator.isValid(malformed, { xy: 1 })).toBe(false);
  });

  it('never runs what a document says', () => {
    const evil = '"]); globalThis.pwned = true; (["';
    const own = createValidator(registryOf({ [evil]: { const: evil } }), options);
    const schema: Schema = {
      $ref: `#/$defs/${evil}`,
      required: [evil],
      properties: { [evil]: { enum: [evil], pattern: evil, format: evil }, __proto__: { type: 'string' } },
    };
    expect(() => own.errorsOf(schema, { [evil]: evil })).not.toThrow();
    expect(globalThis).not.toHaveProperty('pwned');
  });

  it('gives an issue for a schema that refers to itself without end', () => {
    const own = createValidator(
      registryOf({ A: { allOf: [{ $ref: '#/$defs/B' }] }, B: { allOf: [{ $ref: '#/$defs/A' }] } }),
      options,
    );
    expect(own.errorsOf({ $ref: '#/$defs/A' }, 1)).toMatchObject([{ keyword: 'schema' }]);
    expect(own.problemOf({ $ref: '#/$defs/A' })).toContain('without end');
    expect(own.problemOf({})).toBeUndefined();
    expect(own.isValid({ $ref: '#/$defs/Nowhere' }, 1)).toBe(true);
  });
});
