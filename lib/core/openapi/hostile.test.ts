import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { AppError } from '../errors';
import type { Json } from '../json';

import { canonicalText } from './canonical-text';
import { excerpts } from './excerpts';
import { httpMethods, type ApiModel, type Schema } from './model';
import { readDocument } from './read-document';

const source = z.strictObject({ file: z.string(), pointer: z.string().regex(/^(\/.*)?$/s) });
const count = z.number().int().min(0);
const type = z.enum(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);
const texts = z.array(z.string());
const inner = z.lazy(() => schema);
const inners = z.array(inner).min(1);
const named = z.record(z.string(), inner);

/** What model.ts promises, checked at run time. */
const schema: z.ZodType = z.union([
  z.boolean(),
  z.strictObject({
    $ref: z
      .string()
      .regex(/^#\/\$defs\/[\p{L}\p{N}._-]+$/u)
      .optional(),
    type: z.union([type, z.array(type).min(2)]).optional(),
    enum: z.array(z.json()).min(1).optional(),
    const: z.json().optional(),
    default: z.json().optional(),
    examples: z.array(z.json()).optional(),
    ...Object.fromEntries(
      ['title', 'description', 'format', 'pattern', 'contentEncoding', 'contentMediaType'].map((key) => [
        key,
        z.string().optional(),
      ]),
    ),
    ...Object.fromEntries(
      [
        'minLength',
        'maxLength',
        'minItems',
        'maxItems',
        'minContains',
        'maxContains',
        'minProperties',
        'maxProperties',
      ].map((key) => [key, count.optional()]),
    ),
    ...Object.fromEntries(
      ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((key) => [
        key,
        z.number().optional(),
      ]),
    ),
    multipleOf: z.number().positive().optional(),
    ...Object.fromEntries(
      ['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'].map((key) => [key, z.boolean().optional()]),
    ),
    required: texts.min(1).optional(),
    dependentRequired: z.record(z.string(), texts).optional(),
    ...Object.fromEntries(
      [
        'items',
        'additionalProperties',
        'propertyNames',
        'unevaluatedProperties',
        'unevaluatedItems',
        'contains',
        'not',
        'if',
        'then',
        'else',
      ].map((key) => [key, inner.optional()]),
    ),
    ...Object.fromEntries(['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((key) => [key, inners.optional()])),
    ...Object.fromEntries(
      ['properties', 'patternProperties', 'dependentSchemas'].map((key) => [key, named.optional()]),
    ),
    discriminator: z
      .strictObject({
        propertyName: z.string(),
        mapping: z.record(z.string(), z.string()),
        defaultMapping: z.string().optional(),
      })
      .optional(),
    xml: z
      .strictObject({
        name: z.string(),
        namespace: z.string(),
        prefix: z.string(),
        attribute: z.boolean(),
        wrapped: z.boolean(),
        nodeType: z.enum(['text', 'cdata', 'none']),
      })
      .partial()
      .optional(),
  }),
]);

const style = z.enum([
  'simple',
  'label',
  'matrix',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
  'tabDelimited',
  'cookie',
]);
const mediaType = z.strictObject({
  mediaType: z.string(),
  schema: schema.optional(),
  itemSchema: schema.optional(),
  examples: z.array(z.strictObject({ name: z.string(), value: z.json(), source })),
  encoding: z.record(
    z.string(),
    z
      .strictObject({ contentType: z.string(), style, explode: z.boolean(), allowReserved: z.boolean() })
      .partial(),
  ),
  source,
});
const server = z.strictObject({
  url: z.string(),
  template: z.string().optional(),
  variables: z
    .record(z.string(), z.strictObject({ default: z.string(), enum: z.array(z.string()) }).partial())
    .optional(),
  description: z.string().optional(),
});
const operation = z.strictObject({
  id: z.string().min(1),
  method: z.enum(httpMethods),
  path: z.string(),
  operationId: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  tags: texts,
  deprecated: z.boolean(),
  maintainer: z.string().optional(),
  lifecycle: z.string().optional(),
  parameters: z.array(
    z.strictObject({
      name: z.string().min(1),
      in: z.enum(['path', 'query', 'header', 'cookie']),
      required: z.boolean(),
      description: z.string().optional(),
      deprecated: z.boolean(),
      style,
      explode: z.boolean(),
      allowReserved: z.boolean(),
      allowEmptyValue: z.boolean(),
      mediaType: z.string().optional(),
      schema,
      examples: z.array(z.json()),
      source,
    }),
  ),
  requestBody: z
    .strictObject({
      required: z.boolean(),
      description: z.string().optional(),
      content: z.array(mediaType),
      source,
    })
    .optional(),
  responses: z.array(
    z.strictObject({
      status: z.string().regex(/^([1-5]\d\d|[1-5]XX|default)$/),
      description: z.string(),
      content: z.array(mediaType),
      headers: z.array(z.strictObject({ name: z.string(), required: z.boolean(), schema, source })),
      links: z.array(
        z.strictObject({
          name: z.string(),
          operation: z.string().optional(),
          parameters: z.record(z.string(), z.json()),
          requestBody: z.json().optional(),
          source,
        }),
      ),
      source,
    }),
  ),
  security: z.array(
    z.strictObject({ schemes: z.array(z.strictObject({ name: z.string(), scopes: texts })) }),
  ),
  servers: z.array(server).optional(),
  source,
});
const model = z.object({
  dialect: z.enum(['swagger-2.0', 'openapi-3.0', 'openapi-3.1', 'openapi-3.2']),
  title: z.string().min(1),
  version: z.string(),
  description: z.string().optional(),
  servers: z.array(server),
  operations: z.array(operation).min(1),
  tags: z.array(
    z
      .strictObject({
        name: z.string(),
        summary: z.string(),
        description: z.string(),
        parent: z.string(),
        kind: z.string(),
      })
      .partial(),
  ),
  leftOut: z.array(
    z.strictObject({
      operation: z.string().optional(),
      construct: z.string(),
      reason: z.string(),
      source,
    }),
  ),
  diagnostics: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning', 'info']),
      code: z.string(),
      message: z.string(),
      source,
      line: z.number().int().min(1).optional(),
      advice: z.string().optional(),
    }),
  ),
});

function reachable(read: ApiModel): Schema[] {
  const roots: Schema[] = read.operations.flatMap((one) => [
    ...one.parameters.map((parameter) => parameter.schema),
    ...[one.requestBody, ...one.responses].flatMap(
      (holder) => holder?.content.flatMap((media) => media.schema ?? []) ?? [],
    ),
  ]);
  const ids = new Set(roots.flatMap((root) => read.schemas.reach(root)));
  return [...ids].flatMap((id) => read.schemas.get(id) ?? []);
}

async function readOrRefuse(document: string, validate: boolean): Promise<string> {
  try {
    const read = await readDocument({ name: 'a.json', text: document, validate });
    model.parse(read.model);
    for (const one of reachable(read.model)) schema.parse(one);
    for (const one of read.model.operations) excerpts(read.model, read.source, one);
    canonicalText(read.source);
    return 'read';
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'invalid_document') return 'refused';
    throw cause;
  }
}

/** Deterministic numbers (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const hostile: Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e300,
  '',
  'string',
  '5',
  [],
  {},
  [null],
  ['a', 1],
  { a: null },
  [[]],
  { $ref: '#' },
  { $ref: '#/paths' },
  { $ref: '#/info/title' },
  { $ref: 'other.yaml#/a' },
  { $ref: '#/%zz' },
  { $ref: 5 },
  { $ref: '#/components/schemas' },
  { $ref: '#/definitions/Pet' },
  { allOf: [{ $ref: '#/components/schemas/Pet' }] },
  {
    type: 'object',
    properties: 'x',
    required: 'y',
    enum: {},
    allOf: {},
    items: 3,
    minimum: '1',
    pattern: '[',
  },
  { __proto__: null, constructor: {} },
  'x'.repeat(300),
  '{{',
  '\u0000\ud800',
];

/** Replaces, removes or moves some random members. */
function mutate(document: Json, below: (limit: number) => number): Json {
  const copy = structuredClone(document);
  const holders: { [name: string]: Json }[] = [];
  const collect = (node: Json) => {
    if (typeof node !== 'object' || node === null) return;
    if (!Array.isArray(node)) holders.push(node);
    Object.values(node).forEach(collect);
  };
  collect(copy);
  for (let changes = 1 + below(8); changes > 0; changes--) {
    const holder = holders[below(holders.length)] ?? {};
    const names = Object.keys(holder);
    const name = names[below(names.length || 1)] ?? 'x';
    const action = below(10);
    if (action === 0) Reflect.deleteProperty(holder, name);
    else if (action === 1)
      Object.defineProperty(holder, '__proto__', {
        value: holder[name] ?? null,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    else if (action === 2) holder[name] = holders[below(holders.length)] === copy ? null : 'moved';
    else holder[name] = structuredClone(hostile[below(hostile.length)] ?? null);
  }
  return copy;
}

const rounds = 30;
const examples = '@readme/oas-examples';
const require = createRequire(import.meta.url);

describe('whatever is done to a document, the model keeps its promises or the document is refused', () => {
  test.each([
    `${examples}/2.0/json/petstore.json`,
    `${examples}/3.0/json/petstore.json`,
    `${examples}/3.0/json/discriminators.json`,
    `${examples}/3.0/json/parameters-style.json`,
    `${examples}/3.0/json/security.json`,
    `${examples}/3.0/json/link-example.json`,
    `${examples}/3.1/json/train-travel.json`,
    `${examples}/3.1/json/schema-types.json`,
  ])('%s', async (name) => {
    const document: Json = JSON.parse(readFileSync(require.resolve(name), 'utf8'));
    const below = numbers(7);
    const outcomes = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      const outcome = await readOrRefuse(JSON.stringify(mutate(document, below)), round % 20 === 0);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(outcomes.get('read')).toBeGreaterThan(rounds / 2);
  });
});
