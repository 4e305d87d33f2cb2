import { describe, expect, test } from 'vitest';

import { readDocument } from '../read-document';

const responses = { '200': { description: 'ok' } };

async function read(document: object) {
  const base = {
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: { '/a': { get: { responses } } },
  };
  const text = JSON.stringify({ ...base, ...document }, null, 2);
  const { model } = await readDocument({ name: 'a.json', text, validate: false });
  return { ...model, operation: model.operations[0]!, codes: model.diagnostics.map(({ code }) => code) };
}

const get = (members: object, components: object = {}) =>
  read({ paths: { '/a': { get: { responses, ...members } } }, components });

describe('parameters', () => {
  test.each([
    [{ in: 'query' }, 'form', true],
    [{ in: 'query', style: 'deepObject' }, 'deepObject', false],
    [{ in: 'query', explode: false }, 'form', false],
    [{ in: 'header' }, 'simple', false],
    [{ in: 'cookie' }, 'form', true],
    [{ in: 'cookie', style: 'cookie' }, 'cookie', true],
    [{ in: 'header', explode: true }, 'simple', true],
  ])('%o is written in style %s, explode %s', async (members, style, explode) => {
    const { operation, codes } = await get({ parameters: [{ name: 'q', schema: {}, ...members }] });
    expect(operation.parameters).toMatchObject([{ style, explode }]);
    expect(codes).toEqual([]);
  });

  test.each([
    [{ name: 'q', in: 'query', style: 'matrix', schema: {} }, ['invalid-style'], 1],
    [{ name: 'q', in: 'body', schema: {} }, ['unusable-parameter'], 0],
    [{ in: 'query', schema: {} }, ['unusable-parameter'], 0],
    [{ name: 'q', in: 'query', required: 'yes', schema: {} }, ['wrong-type'], 1],
    [{ name: 'Authorization', in: 'header', schema: {} }, [], 0],
    [{ name: 'X-A\r\nX-B', in: 'header', schema: {} }, ['unusable-parameter'], 0],
    [{ name: 'q', in: 'querystring', content: {} }, ['unusable-parameter'], 0],
    [{ $ref: '#/components/parameters/None' }, ['unresolved-reference'], 0],
    ['q', ['wrong-type'], 0],
  ])('%o is reported as %o', async (parameter, codes, count) => {
    const found = await get({ parameters: [parameter] });
    expect(found.codes).toEqual(codes);
    expect(found.operation.parameters).toHaveLength(count);
  });

  test('described by content are serialised as a media type', async () => {
    const content = { 'application/json': { schema: { type: 'object' }, example: { a: 1 } } };
    const { operation } = await get({ parameters: [{ name: 'q', in: 'query', content }] });
    expect(operation.parameters).toMatchObject([
      { mediaType: 'application/json', schema: { type: 'object' }, examples: [{ a: 1 }] },
    ]);
  });

  test.each([
    ['application/x-www-form-urlencoded', [{ in: 'query', style: 'form', explode: true }], []],
    ['application/json', [], ['unusable-parameter']],
  ])('a whole query string that is %s', async (mediaType, parameters, codes) => {
    const content = { [mediaType]: { schema: { type: 'object' } } };
    const found = await get({ parameters: [{ name: 'all', in: 'querystring', content }] });
    expect(found.operation.parameters).toMatchObject(parameters);
    expect(found.operation.parameters.map((each) => each.mediaType).filter(Boolean)).toEqual([]);
    expect(found.codes).toEqual(codes);
  });

  test('of the operation win over those of the path; examples are collected', async () => {
    const one = (schema: object, more: object = {}) => ({ name: 'q', in: 'query', schema, ...more });
    const examples = {
      a: { value: 1 },
      b: { $ref: '#/components/examples/B' },
      c: { externalValue: 'https://a' },
    };
    const { operation, codes } = await read({
      paths: {
        '/a': {
          parameters: [one({ type: 'string' }), { name: 'p', in: 'query', schema: {} }],
          get: {
            responses,
            parameters: [one({ type: 'null' }), one({ type: 'integer' }, { example: 0, examples })],
          },
        },
      },
      components: { examples: { B: { value: 2 } } },
    });
    expect(operation.parameters.map(({ name, schema, examples: values }) => [name, schema, values])).toEqual([
      ['q', { type: 'integer' }, [0, 1, 2]],
      ['p', {}, []],
    ]);
    expect(codes).toEqual(['duplicate-parameter']);
  });
});

test('path variables and path parameters must agree', async () => {
  const parameters = [
    { name: 'id', in: 'path', schema: {} },
    { name: 'other', in: 'path', required: true, schema: {} },
  ];
  const { operation, diagnostics } = await read({
    paths: { '/a/{id}/{key}': { get: { responses, parameters } } },
  });
  expect(operation.parameters[0]?.required).toBe(true);
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
    ['optional-path-parameter', 16],
    ['path-parameter-missing', 9],
    ['path-parameter-undeclared', 21],
  ]);
});

test('paths and ids that clash are told apart', async () => {
  const { operations, codes } = await read({
    paths: {
      '/a/{x}': { get: { responses, operationId: 'one' } },
      '/a/{y}': { get: { responses, operationId: 'one' } },
      '/b': { get: { responses, operationId: 'one' }, summary: 'b', 'x-get': {} },
      c: { get: { responses } },
      '/d': null,
      '/e': [],
      'x-note': { get: {} },
    },
  });
  expect(operations.map(({ id }) => id)).toEqual(['one', 'one GET /a/{y}', 'one GET /b', 'GET c']);
  expect(codes.filter((code) => code !== 'path-parameter-missing')).toEqual([
    'ambiguous-path',
    'relative-path',
    'wrong-type',
    'duplicate-operation-id',
    'duplicate-operation-id',
  ]);
});

test('servers of an operation or path are in the model; that tests do not use them is said once', async () => {
  const servers = [{ url: 'https://b/{v}', variables: { v: { default: 'v1', enum: ['v1', 'v2'] } } }];
  const model = await read({
    paths: {
      '/a': { servers, get: { responses }, put: { responses, servers: [{ url: 'https://c' }] } },
      '/b': { servers: [], get: { responses } },
    },
  });
  expect(model.servers).toEqual([]);
  expect(model.operations.map((one) => one.servers)).toMatchObject([
    [{ url: 'https://b/v1', template: 'https://b/{v}', variables: { v: { enum: ['v1', 'v2'] } } }],
    [{ url: 'https://c' }],
    undefined,
  ]);
  expect(model.codes).toEqual(['own-servers', 'own-servers']);
  expect(model.leftOut.map(({ operation, source }) => [operation, source.pointer])).toEqual([
    [undefined, '/paths/~1a/servers'],
    ['PUT /a', '/paths/~1a/put/servers'],
  ]);
});

test('a default of a server variable that is none of its values is reported', async () => {
  const variables = { v: { default: 'v3', enum: ['v1'] } };
  expect((await read({ servers: [{ url: 'https://b/{v}', variables }] })).codes).toEqual([
    'server-variable-default',
  ]);
});

test('names of headers, links, schemes and parts may begin with x-', async () => {
  const { operation, securitySchemes, codes } = await read({
    paths: {
      '/a': {
        post: {
          operationId: 'make',
          security: [{ 'x-key': [] }],
          requestBody: {
            content: { 'multipart/form-data': { encoding: { 'x-part': { contentType: 'text/plain' } } } },
          },
          responses: {
            '201': {
              description: 'made',
              headers: { 'x-request-id': { schema: { type: 'string' } } },
              links: { 'x-next': { operationId: 'make' } },
            },
          },
        },
      },
    },
    components: { securitySchemes: { 'x-key': { type: 'apiKey', in: 'header', name: 'x-key' } } },
  });
  expect(operation.security).toEqual([{ schemes: [{ name: 'x-key', scopes: [] }] }]);
  expect([...securitySchemes.keys()]).toEqual(['x-key']);
  expect(operation.requestBody?.content[0]?.encoding).toHaveProperty('x-part');
  expect(operation.responses[0]).toMatchObject({
    headers: [{ name: 'x-request-id' }],
    links: [{ name: 'x-next', operation: 'make' }],
  });
  expect(codes).toEqual([]);
});

test.each([
  [{ GET: { responses } }, 'unknown-path-member'],
  [{ query: { responses } }, 'unknown-path-member'],
  [{ additionalOperations: { COPY: { responses } }, copy: {} }, 'unknown-path-member'],
])('a path with %o says what it cannot have', async (members, code) => {
  const { codes, operations } = await read({ paths: { '/a': { get: { responses }, ...members } } });
  expect([codes, operations.length]).toEqual([[code], 1]);
});

test.each([['json'], ['application/json\r\nX-A: b'], ['text plain/x']])(
  '%j is no media type',
  async (name) => {
    const { operation, codes } = await get({ requestBody: { content: { [name]: { schema: {} } } } });
    expect([operation.requestBody?.content, codes]).toEqual([[], ['invalid-media-type']]);
  },
);

test('vendor extensions give identity, maintainer and life cycle', async () => {
  const { operation } = await get({
    operationId: 'readA',
    'x-run-in-apifox': 'https://apifox.com/web/project/1/apis/api-42-run',
    'x-apifox-maintainer': 'Ann',
    'x-apidog-status': 'released',
    tags: ['t', 1],
  });
  expect(operation).toMatchObject({
    id: '42',
    operationId: 'readA',
    maintainer: 'Ann',
    lifecycle: 'released',
    tags: ['t'],
  });
});

test('a path item may stand elsewhere, and members beside its reference win', async () => {
  const { operations } = await read({
    paths: { '/a': { $ref: '#/components/pathItems/A', get: { responses, summary: 'own' } } },
    components: { pathItems: { A: { get: { responses, summary: 'other' }, delete: { responses } } } },
  });
  expect(operations.map(({ method, summary, source }) => [method, summary, source.pointer])).toEqual([
    ['get', 'own', '/paths/~1a/get'],
    ['delete', undefined, '/components/pathItems/A/delete'],
  ]);
});

test('bodies, encodings, headers', async () => {
  const { operation } = await get(
    {
      requestBody: { $ref: '#/components/requestBodies/B' },
      responses: {
        default: { $ref: '#/components/responses/R' },
        '2xx': {
          description: 5,
          headers: { H: { content: { 'text/plain': { schema: { type: 'string' } } } } },
        },
      },
    },
    {
      requestBodies: {
        B: {
          required: true,
          content: {
            'Multipart/Form-Data': {
              schema: {},
              encoding: {
                a: { contentType: 'image/png', style: 'form', explode: true, allowReserved: false },
                b: 'x',
              },
            },
          },
        },
      },
      responses: { R: { description: 'r', headers: { A: { $ref: '#/components/headers/A' } } } },
      headers: { A: { required: true, schema: { type: 'integer' } } },
    },
  );
  expect(operation.requestBody).toMatchObject({
    required: true,
    content: [
      {
        mediaType: 'multipart/form-data',
        encoding: { a: { contentType: 'image/png', style: 'form', explode: true, allowReserved: false } },
      },
    ],
    source: { pointer: '/components/requestBodies/B' },
  });
  expect(operation.responses).toMatchObject([
    { status: 'default', headers: [{ name: 'A', required: true, schema: { type: 'integer' } }] },
    { status: '2XX', description: '', headers: [{ name: 'H', required: false, schema: { type: 'string' } }] },
  ]);
});

test('links lead to operations', async () => {
  const links = {
    byId: { operationId: 'b', parameters: { id: '$response.body#/id' }, requestBody: { a: 1 } },
    byRef: { operationRef: '#/paths/~1b~1%7Bid%7D/get' },
    nowhere: { operationId: 'none' },
  };
  const parameters = [{ name: 'id', in: 'path', required: true, schema: {} }];
  const { operation, codes } = await read({
    paths: {
      '/a': { post: { responses: { '201': { description: 'made', links } } } },
      '/b/{id}': { get: { operationId: 'b', responses, parameters } },
    },
  });
  expect(operation.responses[0]?.links).toMatchObject([
    { name: 'byId', operation: 'b', parameters: { id: '$response.body#/id' }, requestBody: { a: 1 } },
    { name: 'byRef', operation: 'b' },
    { name: 'nowhere' },
  ]);
  expect(codes).toEqual(['unknown-link-target']);
});

test.each([
  [undefined, [[['key', []]]]],
  [[], []],
  [
    [{}, { oauth: ['read'] }],
    [[], [['oauth', ['read']]]],
  ],
  [
    [{ key: [], oauth: 'x' }],
    [
      [
        ['key', []],
        ['oauth', []],
      ],
    ],
  ],
  [['key'], []],
])('security %o of an operation means %o', async (security, expected) => {
  const { operation, securitySchemes } = await read({
    security: [{ key: [] }],
    paths: { '/a': { get: { responses, ...(security ? { security } : {}) } } },
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'cookie', name: 'sid', description: 'd' },
        bearer: { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' },
        oauth: {
          type: 'oauth2',
          flows: { implicit: { scopes: { read: '' } }, password: { scopes: { write: '' } } },
        },
        oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://a' },
        tls: { type: 'mutualTLS' },
      },
    },
  });
  expect(operation.security.map(({ schemes }) => schemes.map(({ name, scopes }) => [name, scopes]))).toEqual(
    expected,
  );
  expect([...securitySchemes.values()]).toMatchObject([
    { type: 'apiKey', in: 'cookie', parameter: 'sid', description: 'd' },
    { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    { type: 'oauth2', scopes: ['read', 'write'] },
    { type: 'openIdConnect' },
    { type: 'mutualTLS' },
  ]);
});

test('server variables are replaced by their defaults', async () => {
  const variables = { host: { default: 'a.io' }, port: { default: 80 } };
  const { servers, codes } = await read({
    servers: [{ url: 'https://{host}:{port}/{v}', variables, description: 'd' }, 'https://b', {}],
  });
  const template = 'https://{host}:{port}/{v}';
  expect(servers).toEqual([
    {
      url: 'https://a.io:{port}/{v}',
      template,
      variables: { host: { default: 'a.io' }, port: {} },
      description: 'd',
    },
  ]);
  expect(codes).toEqual(['wrong-type', 'wrong-type']);
});

test.each([
  [{ openapi: 3.1 }, 'openapi-3.1', ['unknown-version']],
  [{ openapi: '3.0' }, 'openapi-3.0', ['unknown-version']],
  [{ openapi: '3.2.0' }, 'openapi-3.2', []],
  [{ openapi: '3.9.0' }, 'openapi-3.2', ['unknown-version']],
  [{ info: { title: ' ', version: 2, description: [] } }, 'openapi-3.1', ['wrong-type']],
  [{ info: 'x' }, 'openapi-3.1', ['wrong-type']],
])('%o is read as %s', async (members, dialect, codes) => {
  const model = await read(members);
  expect([model.dialect, model.codes]).toEqual([dialect, codes]);
  expect(model.title).not.toBe('');
});
