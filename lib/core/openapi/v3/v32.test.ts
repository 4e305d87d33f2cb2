import { describe, expect, test } from 'vitest';

import { readDocument } from '../read-document';

const responses = { '200': { description: 'ok' } };

async function read(members: object) {
  const base = {
    openapi: '3.2.0',
    info: { title: 'A', version: '1' },
    paths: { '/a': { get: { responses } } },
  };
  const text = JSON.stringify({ ...base, ...members });
  const { model } = await readDocument({ name: 'a.json', text, validate: false });
  return { ...model, operation: model.operations[0]!, codes: model.diagnostics.map(({ code }) => code) };
}

const get = (members: object) => read({ paths: { '/a': { get: { responses, ...members } } } });

describe('OpenAPI 3.2', () => {
  test('has the method query', async () => {
    const { operation, codes } = await read({ paths: { '/a': { query: { responses } } } });
    expect([operation.method, operation.id, codes]).toEqual(['query', 'QUERY /a', []]);
  });

  test('keeps media types among the components, and describes the items of streams', async () => {
    const { operation, codes } = await read({
      paths: {
        '/a': {
          get: {
            responses: {
              '200': {
                description: 'ok',
                content: { 'application/jsonl': { $ref: '#/components/mediaTypes/Lines' } },
              },
            },
          },
        },
      },
      components: { mediaTypes: { Lines: { itemSchema: { type: 'integer' } } } },
    });
    expect(operation.responses[0]?.content).toMatchObject([
      { mediaType: 'application/jsonl', itemSchema: { type: 'integer' } },
    ]);
    expect(operation.responses[0]?.content[0]).not.toHaveProperty('schema');
    expect(codes).toEqual([]);
  });

  test('nests tags and says what they are for', async () => {
    const tags = [{ name: 'a', kind: 'nav' }, { name: 'b', parent: 'a', summary: 'B' }, 'c'];
    const model = await read({ tags });
    expect(model.tags).toEqual([
      { name: 'a', kind: 'nav' },
      { name: 'b', parent: 'a', summary: 'B' },
    ]);
    expect(model.codes).toEqual(['wrong-type']);
  });

  test('knows the device flow, and schemes by reference', async () => {
    const flows = {
      deviceAuthorization: {
        deviceAuthorizationUrl: 'https://a',
        tokenUrl: 'https://a',
        scopes: { read: '' },
      },
    };
    const { operation, securitySchemes, codes } = await read({
      paths: {
        '/a': { get: { responses, security: [{ '#/components/securitySchemes/device': ['read'] }] } },
      },
      components: { securitySchemes: { device: { type: 'oauth2', flows } } },
    });
    expect(operation.security).toEqual([{ schemes: [{ name: 'device', scopes: ['read'] }] }]);
    expect(securitySchemes.get('device')).toMatchObject({ type: 'oauth2', scopes: ['read'] });
    expect(codes).toEqual([]);
  });
});

test('a security scheme that nobody declares is reported', async () => {
  const { codes } = await get({ security: [{ none: [] }] });
  expect(codes).toEqual(['undeclared-security-scheme']);
});

test('a link may lead into a path item that stands elsewhere', async () => {
  const links = {
    next: { operationRef: '#/paths/~1b/get' },
    other: { operationRef: 'none.json#/paths/~1a/post' },
  };
  const { operation, codes } = await read({
    paths: {
      '/a': { post: { responses: { '201': { description: 'made', links } } } },
      '/b': { $ref: '#/components/pathItems/B' },
    },
    components: { pathItems: { B: { get: { responses, operationId: 'readB' } } } },
  });
  expect(operation.responses[0]?.links.map((link) => link.operation)).toEqual(['readB', undefined]);
  expect(codes).toEqual(['unknown-link-target']);
});
