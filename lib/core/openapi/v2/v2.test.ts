import { expect, test } from 'vitest';

import { readDocument } from '../read-document';

const operation = { responses: { '200': { description: 'ok' } } };

async function read(document: object) {
  const base = { swagger: '2.0', info: { title: 'A', version: '1' }, paths: { '/a': { post: operation } } };
  const text = JSON.stringify({ ...base, ...document }, null, 2);
  const { model } = await readDocument({ name: 'a.json', text, validate: false });
  return { ...model, operation: model.operations[0]! };
}

const post = (members: object, document: object = {}) =>
  read({ paths: { '/a': { post: { ...operation, ...members } } }, ...document });

test.each([
  [{ host: 'a.io', basePath: '/v1', schemes: ['http', 'https'] }, ['http://a.io/v1', 'https://a.io/v1']],
  [{ host: 'a.io' }, ['https://a.io']],
  [{ basePath: '/v1' }, ['/v1']],
  [{}, []],
])('servers of %o are %o', async (document, urls) => {
  expect((await read(document)).servers.map(({ url }) => url)).toEqual(urls);
});

test.each([
  ['csv', 'query', 'form', false],
  ['ssv', 'query', 'spaceDelimited', false],
  ['tsv', 'query', 'tabDelimited', false],
  ['pipes', 'query', 'pipeDelimited', false],
  ['multi', 'query', 'form', true],
  [undefined, 'query', 'form', false],
  ['constructor', 'query', 'form', false],
  ['csv', 'header', 'simple', false],
  ['pipes', 'header', 'pipeDelimited', false],
  ['multi', 'header', 'simple', false],
])(
  'collectionFormat %s in %s is style %s, explode %s',
  async (collectionFormat, location, style, explode) => {
    const parameter = {
      name: 'q',
      in: location,
      type: 'array',
      items: { type: 'integer' },
      collectionFormat,
    };
    const { operation: read } = await post({ parameters: [parameter] });
    expect(read.parameters).toMatchObject([
      { style, explode, schema: { type: 'array', items: { type: 'integer' } }, required: false },
    ]);
  },
);

test('a parameter carries its schema in itself', async () => {
  const parameter = {
    name: 'q',
    in: 'query',
    required: true,
    description: 'd',
    type: 'string',
    maxLength: 3,
    'x-example': 'a',
  };
  const { operation: read, schemas } = await post({ parameters: [parameter] });
  const [found] = read.parameters;
  expect(found).toMatchObject({ required: true, description: 'd', examples: ['a'] });
  expect(found?.schema).toEqual({ type: 'string', maxLength: 3 });
  expect(schemas.sourceOf(found?.schema ?? true)).toEqual({
    file: '',
    pointer: '/paths/~1a/post/parameters/0',
  });
});

test('a body parameter is the request body, in each media type', async () => {
  const body = {
    name: 'b',
    in: 'body',
    required: true,
    description: 'd',
    schema: { $ref: '#/definitions/Pet' },
  };
  const { operation: read } = await post(
    { parameters: [{ $ref: '#/parameters/Body' }], consumes: ['Application/JSON', 'text/xml'] },
    { parameters: { Body: body }, definitions: { Pet: {} } },
  );
  expect(read.parameters).toEqual([]);
  expect(read.requestBody).toMatchObject({
    required: true,
    description: 'd',
    source: { pointer: '/parameters/Body' },
  });
  expect(read.requestBody?.content.map(({ mediaType, schema }) => [mediaType, schema])).toEqual([
    ['application/json', { $ref: '#/$defs/Pet' }],
    ['text/xml', { $ref: '#/$defs/Pet' }],
  ]);
});

test.each([
  ['nothing', undefined, 'string', ['application/x-www-form-urlencoded']],
  ['nothing, with a file', undefined, 'file', ['multipart/form-data']],
  [
    'both forms',
    ['multipart/form-data', 'application/x-www-form-urlencoded'],
    'string',
    ['multipart/form-data', 'application/x-www-form-urlencoded'],
  ],
  [
    'both forms, with a file',
    ['multipart/form-data', 'application/x-www-form-urlencoded'],
    'file',
    ['multipart/form-data'],
  ],
  ['JSON by mistake', ['application/json'], 'string', ['application/x-www-form-urlencoded']],
])('form data that consumes %s', async (_, consumes, type, mediaTypes) => {
  const { operation: read } = await post({
    consumes,
    parameters: [
      { name: 'a', in: 'formData', type, required: true, description: 'd' },
      { name: 'b', in: 'formData', type: 'array', items: {}, collectionFormat: 'multi' },
      { name: 'c', in: 'formData', type: 'array', items: {} },
    ],
  });
  const { content, required } = read.requestBody!;
  expect(required).toBe(true);
  expect(content.map(({ mediaType }) => mediaType)).toEqual(mediaTypes);
  expect(content[0]).toMatchObject({
    schema: {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string', description: 'd' }, b: { type: 'array' } },
    },
    encoding: { b: { style: 'form', explode: true }, c: { style: 'form', explode: false } },
  });
});

test('responses come in what the operation or the document produces', async () => {
  const response = {
    description: 'ok',
    schema: { type: 'string' },
    examples: { 'text/csv': 'a,b' },
    headers: { 'X-Rate': { type: 'integer', minimum: 0 }, broken: 'x' },
  };
  const responses = {
    '200': { $ref: '#/responses/Ok' },
    '4xx': { description: 'no' },
    '999': {},
    'x-note': 1,
  };
  const { operation: read, diagnostics } = await post(
    { responses },
    { responses: { Ok: response }, produces: ['text/csv'] },
  );
  expect(read.responses).toMatchObject([
    {
      status: '200',
      content: [
        {
          mediaType: 'text/csv',
          schema: { type: 'string' },
          examples: [{ value: 'a,b', source: { pointer: '/responses/Ok/examples/text~1csv' } }],
        },
      ],
      headers: [{ name: 'X-Rate', schema: { type: 'integer', minimum: 0 } }],
    },
    { status: '4XX', content: [] },
  ]);
  expect(diagnostics).toMatchObject([{ code: 'invalid-status' }]);
});

test('security definitions', async () => {
  const {
    securitySchemes,
    operation: read,
    diagnostics,
  } = await secured({
    basic: { type: 'basic' },
    key: { type: 'apiKey', in: 'query', name: 'k' },
    oauth: { type: 'oauth2', flow: 'implicit', authorizationUrl: 'https://a', scopes: { read: 'r' } },
    broken: { type: 'apiKey' },
  });
  expect([...securitySchemes.values()]).toMatchObject([
    { type: 'http', scheme: 'basic' },
    { type: 'apiKey', in: 'query', parameter: 'k' },
    { type: 'oauth2', scopes: ['read'] },
  ]);
  expect(read.security).toEqual([{ schemes: [{ name: 'basic', scopes: [] }] }]);
  expect(diagnostics).toMatchObject([{ code: 'unknown-security-scheme' }]);
});

function secured(securityDefinitions: object) {
  return read({ securityDefinitions, security: [{ basic: [] }] });
}
