import { describe, expect, test } from 'vitest';

import type { ApiModel } from '../openapi/model';
import { readDocument } from '../openapi/read-document';

import { diffModels } from './diff-models';

async function read(document: object): Promise<ApiModel> {
  const text = JSON.stringify({ openapi: '3.1.0', info: { title: 'A', version: '1' }, ...document }, null, 2);
  return (await readDocument({ name: 'a.json', text, validate: false })).model;
}

type Operation = Record<string, unknown>;

/** Compares one operation before and after; breaking changes are marked with `!`. */
async function changes(before: Operation, after: Operation, components: object = {}): Promise<string[]> {
  const responses = { '204': { description: 'done' } };
  const model = (operation: Operation) =>
    read({ paths: { '/a/{id}': { post: { responses, ...operation } } }, components });
  const { operations } = diffModels(await model(before), await model(after));
  return operations.flatMap((one) =>
    one.changes.map(({ message, breaking }) => `${breaking ? '! ' : ''}${message}`),
  );
}

const body = (schema: unknown, required = true) => ({
  requestBody: { required, content: { 'application/json': { schema } } },
});
const answer = (schema: unknown, status = '200') => ({
  responses: { [status]: { description: 'ok', content: { 'application/json': { schema } } } },
});
const parameter = (members: object) => ({ parameters: [{ name: 'q', in: 'query', schema: {}, ...members }] });

describe('schemas, in requests and in responses', () => {
  test.each<[string, unknown, unknown, string[], string[]]>([
    ['same', { type: 'string' }, { type: 'string', description: 'new words' }, [], []],
    [
      'type widened',
      { type: 'integer' },
      { type: 'number' },
      ['type integer became number.'],
      ['! type integer became number.'],
    ],
    ['type narrowed', {}, { type: 'string' }, ['! type any became string.'], ['type any became string.']],
    [
      'type changed',
      { type: 'string' },
      { type: 'boolean' },
      ['! type string became boolean.'],
      ['! type string became boolean.'],
    ],
    [
      'null allowed',
      { type: 'string' },
      { type: ['string', 'null'] },
      ['type string became string or null.'],
      ['! type string became string or null.'],
    ],
    [
      'enum narrowed',
      { enum: ['a', 'b'] },
      { enum: ['a'] },
      ['! "b" no longer allowed.'],
      ['"b" no longer allowed.'],
    ],
    [
      'enum widened',
      { enum: ['a'] },
      { enum: ['a', 'b'] },
      ['"b" allowed as well.'],
      ['! "b" allowed as well.'],
    ],
    ['enum added', {}, { enum: ['a'] }, ['! only "a" allowed now.'], ['only "a" allowed now.']],
    ['enum removed', { const: 1 }, {}, ['no longer limited to 1.'], ['! no longer limited to 1.']],
    [
      'upper bound tightened',
      { maxLength: 9 },
      { maxLength: 5 },
      ['! maxLength 9 became 5.'],
      ['maxLength 9 became 5.'],
    ],
    ['upper bound loosened', { maximum: 5 }, {}, ['maximum 5 removed.'], ['! maximum 5 removed.']],
    ['lower bound tightened', {}, { minItems: 1 }, ['! minItems 1 added.'], ['minItems 1 added.']],
    [
      'lower bound loosened',
      { minimum: 3 },
      { minimum: 2 },
      ['minimum 3 became 2.'],
      ['! minimum 3 became 2.'],
    ],
    [
      'pattern changed',
      { pattern: 'a' },
      { pattern: 'b' },
      ['! pattern "a" became "b".'],
      ['! pattern "a" became "b".'],
    ],
    ['format added', {}, { format: 'uuid' }, ['! format "uuid" added.'], ['format "uuid" added.']],
    ['default changed', { default: 1 }, { default: 2 }, ['default 1 became 2.'], ['default 1 became 2.']],
    ['deprecated', {}, { deprecated: true }, ['is deprecated now.'], ['is deprecated now.']],
    [
      'items limited',
      { items: { maximum: 1 } },
      { items: { maximum: 0 } },
      ['! []: maximum 1 became 0.'],
      ['[]: maximum 1 became 0.'],
    ],
    [
      'items described',
      {},
      { items: { type: 'string' } },
      ['! items allowed became limited.'],
      ['items allowed became limited.'],
    ],
    [
      'tuple longer',
      { prefixItems: [{}] },
      { prefixItems: [{ type: 'null' }, {}] },
      ['! a tuple of 1 became one of 2.', '! [0]: type any became null.'],
      ['! a tuple of 1 became one of 2.', '[0]: type any became null.'],
    ],
    [
      'closed',
      {},
      { additionalProperties: false },
      ['! additionalProperties allowed became forbidden.'],
      ['additionalProperties allowed became forbidden.'],
    ],
    [
      'opened',
      { additionalProperties: false },
      { additionalProperties: {} },
      ['additionalProperties forbidden became limited.'],
      ['! additionalProperties forbidden became limited.'],
    ],
    [
      'alternative added',
      { oneOf: [{ title: 'A' }] },
      { oneOf: [{ title: 'A' }, { title: 'B' }] },
      ['alternative B added.'],
      ['! alternative B added.'],
    ],
    [
      'alternative removed',
      { anyOf: [{ title: 'A' }, {}] },
      { anyOf: [{ title: 'A' }] },
      ['! alternative 1 removed.'],
      ['alternative 1 removed.'],
    ],
    ['alternatives added', {}, { oneOf: [{}] }, ['! oneOf added.'], ['oneOf added.']],
    [
      'condition changed',
      { not: { const: 1 } },
      { not: { const: 2 } },
      ['! not changed.'],
      ['! not changed.'],
    ],
    [
      'moved into allOf',
      { maximum: 1, properties: { a: {} } },
      { allOf: [{ maximum: 1 }, { maximum: 2, properties: { a: {} } }] },
      [],
      [],
    ],
  ])('%s', async (_, before, after, request, response) => {
    const said = (where: string, texts: string[]) =>
      texts.map((text) =>
        text.replace(
          /^(! )?(\[\d?\])?(: )?/,
          (_whole, mark = '', at = '') => `${mark}${where}${at && ` ${at}`}: `,
        ),
      );
    expect(await changes(body(before), body(after))).toEqual(said('Request body', request));
    expect(await changes(answer(before), answer(after))).toEqual(said('Response 200', response));
  });

  test.each<[string, object, object, string[], string[]]>([
    ['optional property added', {}, { properties: { a: {} } }, ['property added.'], ['property added.']],
    [
      'required property added',
      {},
      { properties: { a: {} }, required: ['a'] },
      ['! required property added.'],
      ['required property added.'],
    ],
    [
      'optional property removed',
      { properties: { a: {} } },
      {},
      ['property removed.'],
      ['property removed.'],
    ],
    [
      'property of a closed object removed',
      { properties: { a: {} }, additionalProperties: false },
      { additionalProperties: false },
      ['! property removed.'],
      ['property removed.'],
    ],
    [
      'required property removed',
      { properties: { a: {} }, required: ['a'] },
      {},
      ['property removed.'],
      ['! property removed.'],
    ],
    [
      'property required',
      { properties: { a: {} } },
      { properties: { a: {} }, required: ['a'] },
      ['! is required now.'],
      ['is required now.'],
    ],
    [
      'property optional',
      { properties: { a: {} }, required: ['a'] },
      { properties: { a: {} } },
      ['is optional now.'],
      ['! is optional now.'],
    ],
    [
      'read-only property added',
      {},
      { properties: { a: { readOnly: true } }, required: ['a'] },
      [],
      ['required property added.'],
    ],
    [
      'write-only property changed',
      { properties: { a: { writeOnly: true } } },
      { properties: { a: { writeOnly: true, maxLength: 1 } } },
      ['! maxLength 1 added.'],
      [],
    ],
  ])('%s', async (_, before, after, request, response) => {
    const said = (where: string, texts: string[]) =>
      texts.map((text) => text.replace(/^(! )?/, `$1${where} a: `));
    expect(await changes(body(before), body(after))).toEqual(said('Request body', request));
    expect(await changes(answer(before), answer(after))).toEqual(said('Response 200', response));
  });

  test('recursive components are compared once, at the nearest place', async () => {
    const tree = (value: object) => ({
      schemas: {
        Tree: { properties: { value, children: { items: { $ref: '#/components/schemas/Tree' } } } },
      },
    });
    const document = (value: object) =>
      read({
        paths: { '/a': { put: body({ items: { $ref: '#/components/schemas/Tree' } }) } },
        components: tree(value),
      });
    const { operations } = diffModels(await document({ type: 'string' }), await document({ type: 'number' }));
    expect(operations[0]?.changes).toEqual([
      {
        kind: 'type-changed',
        message: 'Request body [].value: type string became number.',
        breaking: true,
        source: { file: '', pointer: '/components/schemas/Tree/properties/value/type' },
        side: 'after',
      },
    ]);
  });
});

test.each<[string, Operation, Operation, string[]]>([
  ['optional parameter added', {}, parameter({}), ['Query parameter q: optional parameter added.']],
  [
    'required parameter added',
    {},
    parameter({ required: true }),
    ['! Query parameter q: required parameter added.'],
  ],
  ['parameter removed', parameter({}), {}, ['! Query parameter q: parameter removed.']],
  [
    'parameter required',
    parameter({}),
    parameter({ required: true }),
    ['! Query parameter q: is required now.'],
  ],
  [
    'parameter optional',
    parameter({ required: true }),
    parameter({}),
    ['Query parameter q: is optional now.'],
  ],
  [
    'parameter deprecated',
    parameter({}),
    parameter({ deprecated: true }),
    ['Query parameter q: is deprecated now.'],
  ],
  [
    'parameter written otherwise',
    parameter({}),
    parameter({ explode: false }),
    ['! Query parameter q: is written another way on the wire.'],
  ],
  [
    'parameter bounded',
    parameter({}),
    parameter({ schema: { maximum: 9 } }),
    ['! Query parameter q: maximum 9 added.'],
  ],
  ['operation deprecated', {}, { deprecated: true }, ['The operation is deprecated now.']],
  ['body added', {}, body({}, false), ['Request body: an optional body added.']],
  ['required body added', {}, body({}), ['! Request body: a required body added.']],
  ['body removed', body({}), {}, ['! Request body: removed.']],
  ['body required', body({}, false), body({}), ['! Request body: is required now.']],
  ['body optional', body({}), body({}, false), ['Request body: is optional now.']],
  [
    'media type changed',
    { requestBody: { content: { 'a/b': {} } } },
    { requestBody: { content: { 'a/c': {} } } },
    ['Request body: media type a/c added.', '! Request body: media type a/b removed.'],
  ],
  [
    'success removed',
    answer({}, '201'),
    answer({}, '200'),
    ['Response 200: added.', '! Response 201: removed.'],
  ],
  [
    'failure removed',
    { responses: { '200': {}, '404': {} } },
    { responses: { '200': {} } },
    ['Response 404: removed.'],
  ],
  [
    'headers',
    {
      responses: { '200': { headers: { A: { required: true }, B: { required: true }, C: { schema: {} } } } },
    },
    { responses: { '200': { headers: { a: {}, C: { schema: { type: 'string' } }, D: {} } } } },
    [
      '! Response 200 header a: is optional now.',
      'Response 200 header C: type any became string.',
      'Response 200 header D: added.',
      '! Response 200 header B: removed.',
    ],
  ],
])('%s', async (_, before, after, expected) => {
  expect(await changes(before, after)).toEqual(expected);
});

const securitySchemes = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  bearer: { type: 'http', scheme: 'bearer' },
  oauth: { type: 'oauth2', flows: {} },
};

test.each<[string, unknown, unknown, string[]]>([
  [
    'closed',
    [],
    [{ key: [] }],
    [
      '! Security: access without credentials is no longer possible.',
      'Security: access with key is possible now.',
    ],
  ],
  [
    'opened',
    [{ key: [] }],
    [],
    [
      'Security: access with key is no longer possible.',
      'Security: access without credentials is possible now.',
    ],
  ],
  [
    'another way',
    [{ key: [] }],
    [{ key: [] }, { bearer: [] }],
    ['Security: access with bearer is possible now.'],
  ],
  [
    'more scopes',
    [{ oauth: ['a'] }],
    [{ oauth: ['a', 'b'] }],
    [
      '! Security: access with oauth (a) is no longer possible.',
      'Security: access with oauth (a, b) is possible now.',
    ],
  ],
  [
    'both needed',
    [{ key: [] }],
    [{ key: [], bearer: [] }],
    [
      '! Security: access with key is no longer possible.',
      'Security: access with key and bearer is possible now.',
    ],
  ],
])('security %s', async (_, before, after, expected) => {
  expect(await changes({ security: before }, { security: after }, { securitySchemes })).toEqual(expected);
});

test('of very many changes the breaking ones come first, and the rest is counted', async () => {
  const names = Array.from({ length: 60 }, (_, index) => [`p${index}`, {}]);
  const said = await changes(body({}), body({ properties: Object.fromEntries(names), required: ['p59'] }));
  expect(said).toHaveLength(51);
  expect(said[0]).toBe('! Request body p59: required property added.');
  expect(said.at(-1)).toBe('10 more changes.');
});

describe('operations', () => {
  const responses = { '200': { description: 'ok' } };

  test('come, go and stay, with servers', async () => {
    const before = await read({
      servers: [{ url: 'https://a' }],
      paths: { '/a': { get: { responses } }, '/b': { get: { responses } } },
    });
    const after = await read({
      servers: [{ url: 'https://b' }],
      paths: { '/b': { get: { responses } }, '/c': { get: { responses } } },
    });
    const diff = diffModels(before, after);
    expect(diff.operations.map(({ id, status, breaking }) => [id, status, breaking])).toEqual([
      ['GET /c', 'added', false],
      ['GET /a', 'removed', true],
    ]);
    expect(diff.unchanged).toEqual(['GET /b']);
    expect(diff.document.map(({ message }) => message)).toEqual([
      'The server https://b is new.',
      'The server https://a is gone.',
    ]);
  });

  test('are recognised by identity, by path, and by the shape of the path', async () => {
    const parameters = (name: string) => [{ name, in: 'path', required: true, schema: {} }];
    const before = await read({
      paths: {
        '/a': { get: { operationId: 'one', responses } },
        '/b': { get: { operationId: 'two', responses } },
        '/c/{id}': { get: { parameters: parameters('id'), responses } },
      },
    });
    const after = await read({
      paths: {
        '/moved': { put: { operationId: 'one', responses } },
        '/b': { get: { operationId: 'renamed', responses } },
        '/c/{key}': { get: { parameters: parameters('key'), responses } },
      },
    });
    const diff = diffModels(before, after);
    expect(
      diff.operations.map(({ id, changes: found }) => [id, ...found.map(({ message }) => message)]),
    ).toEqual([
      ['one', 'Method GET became PUT.', 'Path /a became /moved.'],
      ['GET /c/{key}', 'Path parameter key: was called id.'],
    ]);
    expect(diff.unchanged).toEqual(['renamed']);
  });
});
