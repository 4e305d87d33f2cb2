import { describe, expect, it } from 'vitest';

import { apiWith, planFrom } from '../../../testing/generate';

const text = { type: 'string' };
const note = {
  type: 'object',
  properties: { id: { type: 'integer', readOnly: true }, words: { type: 'integer' } },
};
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });

async function bodyOf(content: object): Promise<unknown> {
  const plan = await planFrom(
    apiWith({ '/a': { post: { requestBody: { content }, responses: { 200: { description: 'ok' } } } } }),
  );
  return plan.calls[0]?.body;
}

describe('bodies', () => {
  it('are JSON where it is documented, else a form, else what comes first', async () => {
    const form = { schema: { type: 'object', properties: { a: { ...text, enum: ['x'] } } } };
    const csv = { example: 'a;b' };
    expect(await bodyOf({ 'text/csv': csv, 'application/x-www-form-urlencoded': form })).toMatchObject({
      mediaType: 'application/x-www-form-urlencoded',
    });
    expect(await bodyOf({ 'text/csv': csv })).toMatchObject({ value: { value: 'a;b' } });
    expect(await bodyOf({ 'image/*': {} })).toMatchObject({
      mediaType: 'image/png',
      value: { helper: 'sample_file', args: [{ value: 'image/png' }] },
    });
  });

  it('carry the layout of XML and the encoding of forms', async () => {
    const schema = {
      type: 'object',
      required: ['a', 'b'],
      properties: {
        a: { ...text, xml: { attribute: true } },
        b: { type: 'array', minItems: 1, items: text },
      },
      xml: { name: 'note', prefix: 'n' },
    };
    expect(await bodyOf({ 'application/xml': { schema } })).toMatchObject({
      encoding: { tag: 'n:note', members: { a: { attribute: true } } },
    });
    const encoding = { b: { style: 'pipeDelimited', explode: false } };
    expect(await bodyOf({ 'application/x-www-form-urlencoded': { schema, encoding } })).toMatchObject({
      encoding,
    });
  });

  it('of JSON Patch replace a member that a read shows', async () => {
    const id = { name: 'noteId', in: 'path', required: true, schema: { type: 'integer' } };
    const answer = { responses: { 200: { description: 'ok', ...json(note) } } };
    const patch = { content: { 'application/json-patch+json': { schema: { type: 'array' } } } };
    const plan = await planFrom(
      apiWith({
        '/notes': { post: { requestBody: json(note), ...answer } },
        '/notes/{noteId}': { parameters: [id], get: answer, patch: { requestBody: patch, ...answer } },
      }),
    );
    const call = plan.calls.find((each) => each.operation.method === 'patch');
    expect(call?.body?.value).toMatchObject({ value: [{ op: 'replace', path: '/words' }] });
  });
});
