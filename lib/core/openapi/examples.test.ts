import { expect, it } from 'vitest';

import { readDocument } from './read-document';

/** The examples of a request body that is written like this. */
async function examplesOf(written: object) {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Books', version: '1' },
    paths: {
      '/books': {
        post: {
          requestBody: { content: { 'application/json': { schema: {}, ...written } } },
          responses: { '201': { description: 'Created' } },
        },
      },
    },
    components: { examples: { ada: { summary: 'One of many', value: 'Ada' } } },
  };
  const text = JSON.stringify(document);
  const { model } = await readDocument({ name: 'books.json', text, validate: false });
  const content = model.operations[0]?.requestBody?.content[0];
  return content?.examples.map(({ name, value, source }) => [name, value, source.pointer]);
}

const at = '/paths/~1books/post/requestBody/content/application~1json';

it.each([
  ['none', {}, []],
  ['a single one', { example: 'Ada' }, [['example', 'Ada', `${at}/example`]]],
  ['a single one that is null', { example: null }, [['example', null, `${at}/example`]]],
  [
    'named ones, in their order',
    { examples: { one: { value: 'Ada' }, two: { value: 'Bo' } } },
    [
      ['one', 'Ada', `${at}/examples/one/value`],
      ['two', 'Bo', `${at}/examples/two/value`],
    ],
  ],
  [
    'one behind a reference, which keeps its own place',
    { examples: { one: { $ref: '#/components/examples/ada' } } },
    [['one', 'Ada', '/components/examples/ada/value']],
  ],
  [
    'the data of OpenAPI 3.2',
    { examples: { one: { dataValue: 7 } } },
    [['one', 7, `${at}/examples/one/dataValue`]],
  ],
  ['a list, as in a schema', { examples: ['Ada'] }, [['example 1', 'Ada', `${at}/examples/0`]]],
  ['nothing of a file elsewhere', { examples: { one: { externalValue: 'https://example.com/a' } } }, []],
  ['nothing of what is no example', { examples: { one: 'Ada', two: null } }, []],
  [
    'one whose name begins like that of an extension',
    { examples: { 'x-one': { value: 'Ada' } } },
    [['x-one', 'Ada', `${at}/examples/x-one/value`]],
  ],
  [
    'serialised JSON of OpenAPI 3.2',
    { examples: { one: { serializedValue: '{"a":1}' } } },
    [['one', { a: 1 }, `${at}/examples/one/serializedValue`]],
  ],
  ['nothing of serialised JSON that is none', { examples: { one: { serializedValue: '{' } } }, []],
  ['nothing of a dead reference', { examples: { one: { $ref: '#/components/examples/none' } } }, []],
])('reads %s', async (_name, written, examples) => {
  expect(await examplesOf(written)).toEqual(examples);
});
