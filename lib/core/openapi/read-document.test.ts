import { expect, test } from 'vitest';

import { AppError } from '../errors';

import { readDocument } from './read-document';

const books = `
openapi: 3.0.3
info: { title: Books, version: '1' }
paths:
  /books/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer, minimum: 0, exclusiveMinimum: true } }
    get:
      operationId: readBook
      responses:
        200:
          description: found
          content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } }
components:
  schemas:
    Book:
      type: object
      properties:
        title: { type: string, nullable: true, example: Emma }
        sequel: { $ref: '#/components/schemas/Book' }
`;

test('reads operations, parameters of the path item, and recursive schemas', async () => {
  const { model, source } = await readDocument({ name: 'books.yaml', text: books });
  expect(model.diagnostics).toEqual([]);
  const [operation] = model.operations;
  expect(operation).toMatchObject({ id: 'readBook', method: 'get', path: '/books/{id}', security: [] });
  expect(operation?.parameters[0]).toMatchObject({ name: 'id', in: 'path', required: true, style: 'simple' });
  expect(operation?.parameters[0]?.schema).toEqual({ type: 'integer', exclusiveMinimum: 0 });
  expect(operation?.responses[0]?.content[0]?.schema).toEqual({ $ref: '#/$defs/Book' });
  expect(model.schemas.get('Book')).toEqual({
    type: 'object',
    properties: {
      title: { type: ['string', 'null'], examples: ['Emma'] },
      sequel: { $ref: '#/$defs/Book' },
    },
  });
  expect(model.schemas.reach({ $ref: '#/$defs/Book' })).toEqual(['Book']);
  const lines = source.lines({ file: '', pointer: '/components/schemas/Book/properties/title' });
  expect(lines).toEqual({ line: 19, endLine: 19 });
});

test.each([
  ['no OpenAPI document', 'title: x', 'neither "openapi" nor "swagger"'],
  ['no operations', 'openapi: 3.1.0\npaths: {}', 'line 2: no operations'],
  ['webhooks alone', 'openapi: 3.1.0\nwebhooks: {}', 'line 2: only webhooks are described, no operations'],
  ['broken YAML', 'openapi: 3.1.0\npaths: [', 'line 2: Not readable as YAML'],
  ['an unknown tag', 'openapi: !!js/function "x"', 'unknown tag'],
  ['an old version', 'swagger: "1.2"\npaths: {}', 'the version swagger: "1.2" cannot be read'],
])('refuses %s and names the place', async (_, text, message) => {
  const refused = readDocument({ name: 'a.yaml', text });
  await expect(refused).rejects.toThrow(AppError);
  await expect(refused).rejects.toThrow(message);
});
