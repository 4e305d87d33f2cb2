import { expect, test } from 'vitest';

import { generateFrom } from '../../testing/generate';

import { readDocument } from './read-document';

const responses = { '200': { description: 'ok' } };

const document = (operation: object, more: object = {}) => ({
  openapi: '3.2.0',
  info: { title: 'A', version: '1' },
  paths: { '/a': { post: { operationId: 'makeA', responses, ...operation } } },
  ...more,
});

async function leftOut(written: object) {
  const { model } = await readDocument({ name: 'a.json', text: JSON.stringify(written), validate: false });
  return model.leftOut.map(({ operation, construct }) => [operation, construct]);
}

const body = (media: object, name = 'multipart/form-data') => ({
  requestBody: { content: { [name]: media } },
});

test.each<[string, object, unknown[]]>([
  ['callbacks', document({ callbacks: { onPaid: { '{$url}': {} } } }), [['makeA', 'callback onPaid']]],
  ['webhooks', document({}, { webhooks: { paid: { post: { responses } } } }), [[undefined, 'webhook paid']]],
  [
    'further methods',
    document({}, { paths: { '/a': { get: { responses }, additionalOperations: { COPY: { responses } } } } }),
    [[undefined, 'method COPY of /a']],
  ],
  [
    'items of a stream',
    document(body({ itemSchema: {} }, 'application/jsonl')),
    [['makeA', 'items of application/jsonl']],
  ],
  [
    'parts by position',
    document(body({ prefixEncoding: [], itemEncoding: {} })),
    [
      ['makeA', 'prefixEncoding of multipart/form-data'],
      ['makeA', 'itemEncoding of multipart/form-data'],
    ],
  ],
  [
    'headers of a part',
    document(body({ encoding: { a: { headers: {} } } })),
    [['makeA', "headers of a body's part"]],
  ],
  [
    'examples elsewhere',
    document(body({ examples: { far: { externalValue: 'https://a.io/x' } } })),
    [['makeA', 'example far']],
  ],
  [
    'the server of a link',
    document({
      responses: { '200': { description: 'ok', links: { a: { operationId: 'makeA', server: {} } } } },
    }),
    [['makeA', 'server of link a']],
  ],
  [
    'second forms of a parameter',
    document({ parameters: [{ name: 'q', in: 'query', content: { 'text/plain': {}, 'a/b': {} } }] }),
    [['makeA', 'a/b of a parameter']],
  ],
  [
    'headers that are described elsewhere',
    document({ parameters: [{ name: 'Accept', in: 'header', schema: {} }] }),
    [['makeA', 'header parameter Accept']],
  ],
  [
    'a query string that is no form',
    document({ parameters: [{ name: 'q', in: 'querystring', content: { 'application/json': {} } }] }),
    [['makeA', 'query string q']],
  ],
  [
    'schemes of an operation',
    {
      swagger: '2.0',
      info: { title: 'A', version: '1' },
      paths: { '/a': { get: { responses, schemes: ['wss'] } } },
    },
    [['GET /a', 'schemes of one operation']],
  ],
])('%s are noted', async (_, written, expected) => {
  expect(await leftOut(written)).toEqual(expected);
});

test('what is noted is a gap of the suite, in its coverage report', async () => {
  const suite = await generateFrom(document({ callbacks: { onPaid: {} } }));
  expect(suite.gaps).toContainEqual({
    operation: 'makeA',
    construct: 'callback onPaid',
    reason: 'requests that the server sends to others are not tested',
    source: { file: '', pointer: '/paths/~1a/post/callbacks/onPaid' },
  });
  expect(suite.files.find(({ path }) => path === 'coverage.json')?.text).toContain('callback onPaid');
});
