import { expect, test } from 'vitest';

import { readDocument } from './read-document';

async function warnings(members: object) {
  const document = {
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: { '/a': { get: { responses: { '200': { description: 'ok' } } } } },
    ...members,
  };
  const { model } = await readDocument({ name: 'a.json', text: JSON.stringify(document, null, 2) });
  return model.diagnostics;
}

test('a sound document gives no warning', async () => {
  expect(await warnings({})).toEqual([]);
});

test('a broken rule becomes a warning with its place and line', async () => {
  expect(await warnings({ info: { title: 'A', version: '1', license: {} } })).toContainEqual({
    severity: 'warning',
    code: 'invalid-document',
    message: "/info/license must have required property 'name'.",
    source: { file: '', pointer: '/info/license' },
    line: 6,
    advice: expect.stringContaining('specification'),
  });
});

test('references are left alone: nothing is read, and nothing is said about them', async () => {
  const paths = {
    '/a': { get: { responses: { '200': { $ref: 'file:///etc/hostname' } } } },
    '/b': { $ref: 'b.yaml' },
  };
  const found = await warnings({ paths });
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['unresolved-reference']));
});

test('a document that unfolds to 2^40 schemas is validated at once', async () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 40 }, (_, level) => {
      const next = { $ref: `#/components/schemas/L${level + 1}` };
      return [`L${level}`, { properties: { a: next, b: next } }];
    }),
  );
  const found = await warnings({ components: { schemas: { ...schemas, L40: { type: 'string' } } } });
  expect(found).toEqual([]);
});

test('says that OpenAPI 3.2 was not validated', async () => {
  expect(await warnings({ openapi: '3.2.0' })).toMatchObject([{ severity: 'info', code: 'not-validated' }]);
});

test('reports what the validator says without details', async () => {
  const found = await warnings({ openapi: '3.1.9' });
  expect(found).toMatchObject([
    { severity: 'warning', code: 'invalid-document', message: expect.stringContaining('Unsupported') },
  ]);
});
