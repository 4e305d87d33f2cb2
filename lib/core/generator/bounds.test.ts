import { describe, expect, it } from 'vitest';

import { apiWith, findingsOf, generateFrom, jsonBody } from '../../testing/generate';

const responses = { 200: { description: 'fine' } };
const post = (schema: object, more: object = {}, components: object = {}) =>
  apiWith({ '/things': { post: { requestBody: jsonBody(schema, more), responses } } }, components);
const get = (schema: object) =>
  apiWith({ '/things': { get: { parameters: [{ name: 'q', in: 'query', schema }], responses } } });
const member = (schema: object) => post({ type: 'object', required: ['m'], properties: { m: schema } });
const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));
const named = (count: number, schema: (index: number) => object) =>
  Object.fromEntries(many(count, (index) => [`p${index}`, schema(index)]));

/** A schema within a schema, so many times. */
function nested(levels: number, around: (inner: object) => object): object {
  let schema: object = { type: 'string', maxLength: 5 };
  for (let level = 0; level < levels; level++) schema = around(schema);
  return schema;
}

/** Schemas of which each refers to the next one twice: unfolded, they are 2^40. */
function bomb(twice: (reference: object) => object): object {
  const schemas = named(40, (index) => twice({ $ref: `#/components/schemas/p${index + 1}` }));
  const last = { type: 'object', properties: { x: { type: 'string' } } };
  return post(
    { $ref: '#/components/schemas/p0' },
    {},
    { components: { schemas: { ...schemas, p40: last } } },
  );
}

const huge = 'x'.repeat(5_000_000);
const texts = (count: number) => many(count, (index) => `value${index}`);

/** What is too much to be tested whole: a suite comes of it all the same, and says what it lacks. */
const outsized: Record<string, () => object> = {
  '100,000 enum values of a member': () => member({ type: 'string', enum: texts(100_000) }),
  '100,000 enum values of a parameter': () => get({ type: 'string', enum: texts(100_000) }),
  '200,000 numbers in an enum': () => member({ type: 'integer', enum: many(200_000, (index) => index) }),
  '20,000 objects in an enum': () => member({ enum: many(20_000, (index) => ({ index })) }),
  '10,000 optional members': () =>
    post({ type: 'object', properties: named(10_000, () => ({ type: 'string', maxLength: 9 })) }),
  '20,000 schemas in allOf': () => post({ allOf: many(20_000, () => ({ type: 'object' })) }),
  '3,000 branches': () => member({ anyOf: texts(3000).map((value) => ({ const: value })) }),
  'nested deeper than a body is made': () =>
    post(nested(50, (m) => ({ type: 'object', required: ['m'], properties: { m } }))),
  'lists of two in lists of two, 20 deep': () =>
    member(nested(20, (items) => ({ type: 'array', minItems: 2, items }))),
  'members twice at each level': () =>
    bomb((each) => ({ type: 'object', required: ['l', 'r'], properties: { l: each, r: each } })),
  'allOf twice at each level': () => bomb((each) => ({ allOf: [each, each] })),
  'oneOf twice at each level': () => bomb((each) => ({ oneOf: [each, each] })),
  'a text of a billion characters at least': () => member({ type: 'string', minLength: 1e9 }),
  'a text of a billion characters at most': () => member({ type: 'string', maxLength: 1e9 }),
  'a list of a billion items at least': () =>
    member({ type: 'array', minItems: 1e9, items: { type: 'string' } }),
  'a list of a billion items at most': () =>
    member({ type: 'array', maxItems: 1e9, items: { type: 'string' } }),
  'a billion members': () => post({ type: 'object', minProperties: 1e9 }),
  'a pattern for two billion characters': () => member({ type: 'string', pattern: 'a{2147483647}' }),
  'a pattern of 5,000 brackets': () =>
    member({ type: 'string', pattern: `${'('.repeat(5000)}a${')'.repeat(5000)}` }),
  'a pattern of 200,000 branches': () =>
    member({ type: 'string', pattern: `^(${texts(200_000).join('|')})$` }),
  'a pattern of 5 MB': () => member({ type: 'string', pattern: huge }),
};

/** What has a suite with tests however evil it is. */
const evil: Record<string, () => object> = {
  'numbers at the ends of what a double holds': () =>
    member({ type: 'number', minimum: 1e308, maximum: 1.7e308 }),
  'steps beyond what a double holds': () => member({ type: 'integer', multipleOf: 1e15 + 1, maximum: 1e17 }),
  'a text of 5 MB as example': () => post({ type: 'object' }, { example: { m: huge } }),
  'a text of 5 MB as enum value': () => member({ type: 'string', enum: [huge, 'small'] }),
  'a description of 5 MB': () =>
    apiWith({ '/things': { get: { summary: huge, description: huge, responses } } }),
  'a title of 5 MB': () =>
    apiWith({ '/things': { get: { responses } } }, { info: { title: huge, version: '1' } }),
  'a path of 5 MB': () => apiWith({ [`/${huge}`]: { get: { operationId: huge, tags: [huge], responses } } }),
  ...Object.fromEntries(
    [
      '^(a+)+$',
      '^(([a-z])+.)+[A-Z]([a-z])+$',
      '^(a|a?)+$',
      `^${'a?'.repeat(60)}a{60}$`,
      '(?:(?:(?:a{1,1000}){1,1000}){1,1000})',
      '^(\\w+\\s?)*$',
      '(x+x+)+y',
    ].map((pattern) => [
      `the pattern ${pattern.slice(0, 40)} and texts to search for long`,
      () => member({ type: 'string', pattern, examples: [`${'a'.repeat(60)}!`] }),
    ]),
  ),
};

const bytesOf = (files: readonly { text: string }[]) => files.reduce((sum, { text }) => sum + text.length, 0);
/** The helpers of a suite and 60 tests of one operation. */
const usual = 500_000;

describe('a document without measure', () => {
  it.each(Object.entries(outsized))(
    'is answered with a bounded suite that names gaps: %s',
    async (_, make) => {
      const document = make();
      const suite = await generateFrom(document);
      expect(suite.gaps.length).toBeGreaterThan(0);
      expect(suite.cases.length).toBeLessThanOrEqual(60);
      expect(bytesOf(suite.files)).toBeLessThan(usual + 12 * JSON.stringify(document).length);
    },
  );

  it.each(Object.entries(evil))('has tests: %s', async (_, make) => {
    const document = make();
    const suite = await generateFrom(document);
    expect(suite.cases.length).toBeGreaterThan(0);
    const files = suite.files.filter(({ text }) => text.length < usual);
    expect(findingsOf(files)).toEqual([]);
    expect(bytesOf(suite.files)).toBeLessThan(usual + 12 * JSON.stringify(document).length);
  });

  it('has no more rows for 30 times as many enum values', async () => {
    const sized = async (count: number) =>
      bytesOf((await generateFrom(member({ type: 'string', enum: texts(count) }))).files);
    expect(await sized(30_000)).toBeLessThan((await sized(1000)) * 1.1);
  });
});
