import { describe, expect, test } from 'vitest';

import type { ApiModel, Schema } from '../model';
import { readDocument } from '../read-document';

type Version = '2.0' | '3.0.3' | '3.1.0' | '3.2.0';

/** Reads a document whose component `S` is the schema given. */
async function read(version: Version, schemas: Record<string, unknown>): Promise<ApiModel> {
  const paths = { '/a': { get: { responses: { '200': { description: 'ok' } } } } };
  const info = { title: 'A', version: '1' };
  const document =
    version === '2.0'
      ? { swagger: version, info, paths, definitions: schemas }
      : { openapi: version, info, paths, components: { schemas } };
  return (await readDocument({ name: 'a.json', text: JSON.stringify(document, null, 2), validate: false }))
    .model;
}

async function normalise(
  version: Version,
  schema: unknown,
): Promise<{ schema: Schema | undefined; codes: string[] }> {
  const model = await read(version, { S: schema, Other: { type: 'string' } });
  return { schema: model.schemas.get('S'), codes: model.diagnostics.map(({ code }) => code) };
}

describe('becomes JSON Schema 2020-12', () => {
  test.each<[string, Version, unknown, Schema]>([
    ['nullable', '3.0.3', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [
      'nullable beside an enum without null',
      '3.0.3',
      { type: 'string', nullable: true, enum: ['a'] },
      { type: ['string', 'null'], enum: ['a'] },
    ],
    ['x-nullable', '2.0', { type: 'object', 'x-nullable': true }, { type: ['object', 'null'] }],
    ['a type list', '3.1.0', { type: ['string', 'null', 'string'] }, { type: ['string', 'null'] }],
    ['a type list of one', '3.1.0', { type: ['string'] }, { type: 'string' }],
    ['a file', '2.0', { type: 'file' }, { type: 'string', format: 'binary' }],
    [
      'boolean exclusive bounds',
      '3.0.3',
      { minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
      { exclusiveMinimum: 1, exclusiveMaximum: 9 },
    ],
    ['exclusive bounds that are off', '3.0.3', { minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
    [
      'numeric exclusive bounds',
      '3.1.0',
      { exclusiveMinimum: 0, maximum: 5, exclusiveMaximum: 9 },
      { exclusiveMinimum: 0, maximum: 5, exclusiveMaximum: 9 },
    ],
    ['a redundant bound', '3.1.0', { minimum: 1, exclusiveMinimum: 1 }, { exclusiveMinimum: 1 }],
    ['example', '3.0.3', { example: 0 }, { examples: [0] }],
    ['example and examples', '3.1.0', { examples: [1], example: 2 }, { examples: [1, 2] }],
    [
      'a tuple',
      '3.0.3',
      { items: [{ type: 'string' }, {}], additionalItems: false },
      { prefixItems: [{ type: 'string' }, {}], items: false },
    ],
    [
      'a reference with siblings, before 3.1',
      '3.0.3',
      { $ref: '#/components/schemas/Other', maxLength: 3 },
      { $ref: '#/$defs/Other' },
    ],
    [
      'a reference with siblings',
      '3.1.0',
      { $ref: '#/components/schemas/Other', maxLength: 3, title: 'x' },
      { $ref: '#/$defs/Other', maxLength: 3, title: 'x' },
    ],
    [
      'a reference with a description',
      '3.1.0',
      { $ref: '#/components/schemas/Other', description: 'x' },
      { $ref: '#/$defs/Other' },
    ],
    ['a boolean schema', '3.1.0', false, false],
    ['boolean schemas inside', '3.1.0', { not: true, contains: false }, { not: true, contains: false }],
    ['const null', '3.1.0', { const: null }, { const: null }],
    ['a default null', '3.0.3', { default: null }, { default: null }],
    [
      'dependencies of older drafts',
      '3.1.0',
      { dependencies: { a: ['b'], c: { required: ['d'] }, e: false } },
      { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] }, e: false } },
    ],
    [
      'dependencies beside their heirs',
      '3.1.0',
      { dependentRequired: { x: ['y'] }, dependencies: { a: ['b', 'b'] } },
      { dependentRequired: { x: ['y'], a: ['b'] } },
    ],
    [
      'tuples of the newest draft',
      '3.1.0',
      { prefixItems: [{ type: 'null' }], items: false, unevaluatedItems: false, maxContains: 0 },
      { prefixItems: [{ type: 'null' }], items: false, unevaluatedItems: false, maxContains: 0 },
    ],
    ['additionalItems without a tuple', '3.1.0', { additionalItems: false }, {}],
    [
      'labels and places',
      '3.1.0',
      { $comment: 'c', $anchor: 'a', $id: 'https://a.io/s', $defs: { x: { type: 'null' } } },
      {},
    ],
    ['xml of 3.1', '3.1.0', { xml: { attribute: true } }, { xml: { attribute: true } }],
    ['xml of 3.2: attribute', '3.2.0', { xml: { nodeType: 'attribute' } }, { xml: { attribute: true } }],
    [
      'xml of 3.2: element around a list',
      '3.2.0',
      { type: 'array', xml: { nodeType: 'element' } },
      { type: 'array', xml: { wrapped: true } },
    ],
    ['xml of 3.2: element', '3.2.0', { xml: { nodeType: 'element', name: 'a' } }, { xml: { name: 'a' } }],
    ['xml of 3.2: cdata', '3.2.0', { xml: { nodeType: 'cdata' } }, { xml: { nodeType: 'cdata' } }],
    [
      'anything beside a dynamic reference',
      '3.1.0',
      { $dynamicRef: '#/components/schemas/Other', minLength: 1 },
      { $ref: '#/$defs/Other', minLength: 1 },
    ],
    [
      'a recursive reference of 2019-09',
      '3.1.0',
      { items: { $recursiveRef: '#/components/schemas/S' } },
      { items: { $ref: '#/$defs/S' } },
    ],
    [
      'read-only, write-only, deprecated',
      '3.0.3',
      { readOnly: true, writeOnly: false, deprecated: true },
      { readOnly: true, writeOnly: false, deprecated: true },
    ],
    [
      'a discriminator of 2.0',
      '2.0',
      { discriminator: 'kind' },
      { discriminator: { propertyName: 'kind', mapping: {} } },
    ],
    [
      'xml',
      '3.0.3',
      { xml: { name: 'a', wrapped: true, attribute: 'no' } },
      { xml: { name: 'a', wrapped: true } },
    ],
    [
      'conditions and containers',
      '3.1.0',
      {
        if: { const: 1 },
        then: { not: {} },
        else: true,
        patternProperties: { '^a': { type: 'null' } },
        dependentRequired: { a: ['b'] },
        dependentSchemas: { a: {} },
        contains: {},
        minContains: 2,
        propertyNames: { pattern: '^a' },
        unevaluatedProperties: false,
        contentEncoding: 'base64',
        contentMediaType: 'image/png',
      },
      {
        if: { const: 1 },
        then: { not: {} },
        else: true,
        patternProperties: { '^a': { type: 'null' } },
        dependentRequired: { a: ['b'] },
        dependentSchemas: { a: {} },
        contains: {},
        minContains: 2,
        propertyNames: { pattern: '^a' },
        unevaluatedProperties: false,
        contentEncoding: 'base64',
        contentMediaType: 'image/png',
      },
    ],
  ])('%s', async (_, version, written, expected) => {
    expect((await normalise(version, written)).schema).toEqual(expected);
  });

  test('names of properties may be anything', async () => {
    const text =
      '{"openapi":"3.1.0","paths":{"/a":{"get":{}}},"components":{"schemas":{"__proto__":{"properties":{"__proto__":{"type":"null"},"constructor":{}}}}}}';
    const { model } = await readDocument({ name: 'a.json', text, validate: false });
    const schema = model.schemas.get('proto');
    expect(Object.keys(typeof schema === 'object' ? (schema.properties ?? {}) : {})).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

describe('what has the wrong form is ignored and reported', () => {
  test.each<[string, unknown, Schema, string]>([
    ['a number as text', { minimum: '5', maxLength: '3' }, {}, 'wrong-type'],
    ['a negative length', { minLength: -1 }, {}, 'wrong-type'],
    ['a fraction of a length', { minItems: 1.5 }, {}, 'wrong-type'],
    ['a multiple of nothing', { multipleOf: 0 }, {}, 'wrong-type'],
    ['an unknown type', { type: 'any' }, {}, 'wrong-type'],
    ['one unknown type of two', { type: ['string', 'date'] }, { type: 'string' }, 'wrong-type'],
    ['an enum that is no list', { enum: 'a' }, {}, 'wrong-type'],
    ['an empty enum', { enum: [] }, {}, 'wrong-type'],
    ['properties that are no object', { properties: ['a'] }, {}, 'wrong-type'],
    [
      'a property that is no schema',
      { properties: { a: 'string' } },
      { properties: { a: true } },
      'wrong-type',
    ],
    ['required as a flag', { required: true }, {}, 'wrong-type'],
    ['required with other things', { required: ['a', 1, 'a'] }, { required: ['a'] }, 'wrong-type'],
    ['allOf that is no list', { allOf: {} }, {}, 'wrong-type'],
    ['an empty anyOf', { anyOf: [] }, {}, 'wrong-type'],
    ['an empty tuple', { items: [] }, {}, 'wrong-type'],
    ['a text instead of a schema', 'string', true, 'wrong-type'],
    ['a pattern nobody understands', { pattern: '(?i)a' }, {}, 'invalid-pattern'],
    ['nullable without a type', { nullable: true, enum: ['a'] }, { enum: ['a'] }, 'nullable-without-type'],
    ['a discriminator without a name', { discriminator: { mapping: {} } }, {}, 'wrong-type'],
    [
      'a mapping that is no object',
      { discriminator: { propertyName: 'a', mapping: [] } },
      { discriminator: { propertyName: 'a', mapping: {} } },
      'wrong-type',
    ],
    [
      'a mapping to a number',
      { discriminator: { propertyName: 'a', mapping: { b: 1 } } },
      { discriminator: { propertyName: 'a', mapping: {} } },
      'wrong-type',
    ],
    [
      'lost siblings of a reference',
      { $ref: '#/components/schemas/Other', minLength: 1 },
      { $ref: '#/$defs/Other' },
      'reference-siblings',
    ],
  ])('%s', async (_, written, expected, code) => {
    const { schema, codes } = await normalise('3.0.3', written);
    expect(schema).toEqual(expected);
    expect(new Set(codes)).toEqual(new Set([code]));
  });
});

describe('what a version does not have is said, and read as meant', () => {
  test.each<[string, Version, unknown, Schema, string[]]>([
    ['const before 3.1', '3.0.3', { const: 1 }, { const: 1 }, ['newer-keyword']],
    [
      'conditions before 3.1',
      '3.0.3',
      { if: {}, then: {}, propertyNames: {} },
      { if: {}, then: {}, propertyNames: {} },
      ['newer-keyword', 'newer-keyword', 'newer-keyword'],
    ],
    ['oneOf in 2.0', '2.0', { oneOf: [{}] }, { oneOf: [{}] }, ['newer-keyword']],
    [
      'nullable in 3.1',
      '3.1.0',
      { type: 'string', nullable: true },
      { type: ['string', 'null'] },
      ['nullable-since-3.1'],
    ],
    ['a misspelt keyword', '3.1.0', { maxLenght: 3, 'x-note': 1 }, {}, ['unknown-keyword']],
    ['the schema of content', '3.1.0', { contentSchema: {} }, {}, ['unused-keyword']],
    ['a schema of another draft', '3.1.0', { $schema: 'https://a.io/own' }, {}, ['unused-keyword']],
    [
      'a schema of the usual draft',
      '3.1.0',
      { $schema: 'https://json-schema.org/draft/2020-12/schema' },
      {},
      [],
    ],
    [
      'an exclusive bound without a bound',
      '3.0.3',
      { exclusiveMinimum: true },
      {},
      ['exclusive-without-bound'],
    ],
    ['examples that are no list', '3.1.0', { examples: { a: 1 } }, {}, ['wrong-type']],
    ['dependencies that are none', '3.1.0', { dependencies: [] }, {}, ['wrong-type']],
    ['dependentRequired that is none', '3.1.0', { dependentRequired: [] }, {}, ['wrong-type']],
    [
      'a node type that does not exist',
      '3.2.0',
      { xml: { nodeType: 'comment' } },
      { xml: {} },
      ['wrong-type'],
    ],
  ])('%s', async (_, version, written, expected, codes) => {
    expect(await normalise(version, written)).toEqual({ schema: expected, codes });
  });
});

describe('discriminators', () => {
  const kinds = { Cat: { type: 'object' }, Dog: { type: 'object' } };
  const oneOf = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];

  test('are mapped to ids: by reference, by name, and by the name of the branch', async () => {
    const mapping = { meow: '#/components/schemas/Cat', miaow: 'Cat', gone: 'Horse' };
    const model = await read('3.0.3', {
      ...kinds,
      Pet: { oneOf, discriminator: { propertyName: 'kind', mapping } },
    });
    expect(model.schemas.get('Pet')).toMatchObject({
      discriminator: { propertyName: 'kind', mapping: { meow: 'Cat', miaow: 'Cat', Dog: 'Dog' } },
    });
    expect(model.diagnostics).toMatchObject([{ code: 'unresolved-reference' }]);
  });

  test('have a schema for all other values in OpenAPI 3.2', async () => {
    const model = await read('3.2.0', {
      ...kinds,
      Pet: { oneOf, discriminator: { propertyName: 'kind', defaultMapping: 'Dog' } },
    });
    expect(model.schemas.get('Pet')).toMatchObject({ discriminator: { defaultMapping: 'Dog' } });
  });

  test('know the schemas that include theirs', async () => {
    const model = await read('2.0', {
      Pet: { discriminator: 'kind', properties: { kind: { type: 'string' } } },
      Cat: { allOf: [{ $ref: '#/definitions/Pet' }, { type: 'object' }] },
    });
    expect(model.schemas.get('Pet')).toMatchObject({ discriminator: { mapping: { Cat: 'Cat' } } });
  });
});

describe('circles', () => {
  test('of references alone are cut and reported', async () => {
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const model = await read('3.0.3', { A: ref('B'), B: ref('C'), C: ref('A'), D: { allOf: [ref('D')] } });
    expect(model.diagnostics.map(({ code }) => code)).toEqual(['reference-cycle', 'reference-cycle']);
    expect(model.schemas.resolve({ $ref: '#/$defs/A' })).toEqual({});
    expect(model.schemas.get('D')).toEqual({ allOf: [{}] });
  });

  test.each(['Pet', 'Cat'])('of inheritance keep the members of the base (first: %s)', async (first) => {
    const schemas: Record<string, unknown> = {
      Pet: {
        properties: { kind: {} },
        required: ['kind'],
        oneOf: [{ $ref: '#/components/schemas/Cat' }],
        discriminator: { propertyName: 'kind' },
      },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { claws: {} } }] },
    };
    const model = await read('3.0.3', { [first]: schemas[first], ...schemas });
    expect(model.diagnostics).toMatchObject([{ code: 'inheritance-cycle', severity: 'warning' }]);
    expect(model.schemas.get('Cat')).toMatchObject({ allOf: [{ $ref: '#/$defs/Pet_base' }, {}] });
    expect(model.schemas.get('Pet_base')).toEqual({ properties: { kind: {} }, required: ['kind'] });
    expect(model.schemas.get('Pet')).toMatchObject({ oneOf: [{ $ref: '#/$defs/Cat' }] });
    expect(model.schemas.sourceOf(model.schemas.get('Pet_base') ?? true)?.pointer).toBe(
      '/components/schemas/Pet',
    );
  });

  test('below a property are fine, unless no value can end them', async () => {
    const self = (required: string[]) => ({
      type: 'object',
      required,
      properties: { a: { $ref: '#/components/schemas/S' } },
    });
    expect((await normalise('3.0.3', self([]))).codes).toEqual([]);
    expect((await normalise('3.0.3', self(['a']))).codes).toEqual(['endless-schema']);
    const list = (minItems: number) => ({
      type: 'array',
      minItems,
      items: { $ref: '#/components/schemas/S' },
    });
    expect((await normalise('3.0.3', list(0))).codes).toEqual([]);
    expect((await normalise('3.0.3', list(1))).codes).toEqual(['endless-schema']);
    expect((await normalise('3.0.3', { anyOf: [self(['a']), { type: 'null' }] })).codes).toEqual([]);
    expect((await normalise('3.0.3', { allOf: [self(['a'])], oneOf: [self(['a'])] })).codes).toEqual([
      'endless-schema',
    ]);
  });

  test('through a long chain of references are found', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [
        `S${at}`,
        { $ref: `#/components/schemas/S${(at + 1) % 5000}` },
      ]),
    );
    const model = await read('3.1.0', chain);
    expect(model.diagnostics.map(({ code }) => code)).toEqual(['reference-cycle']);
  });
});
