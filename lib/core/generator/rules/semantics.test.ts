import { describe, expect, it } from 'vitest';

import { apiWith, jsonBody, planFrom } from '../../../testing/generate';
import type { TestCase } from '../plan/case';
import type { SuitePlan } from '../plan/suite-plan';

const text = { type: 'string' };
const note = {
  type: 'object',
  required: ['title', 'words'],
  properties: { id: { type: 'integer', readOnly: true }, title: text, words: { type: 'integer' } },
};
const answer = (schema: object, more: object = {}): object => ({
  description: 'ok',
  content: { 'application/json': { schema } },
  ...more,
});
const said = (description: string): object => ({ description });
const id = { name: 'noteId', in: 'path', required: true, schema: { type: 'integer' } };
const query = (name: string, schema: object): object => ({ name, in: 'query', schema });
const ifMatch = (required: boolean): object => ({ name: 'If-Match', in: 'header', required, schema: text });
const tagged = answer(note, { headers: { ETag: { schema: text } } });

interface Notes {
  list?: object;
  create?: object;
  read?: object;
  put?: object;
  patch?: object;
}

function notes({ list = {}, create = {}, read = {}, put = {}, patch }: Notes = {}): object {
  return apiWith({
    '/notes': {
      get: { responses: { 200: answer({ type: 'array', items: note }) }, ...list },
      post: { requestBody: jsonBody(note), responses: { 201: answer(note) }, ...create },
    },
    '/notes/{noteId}': {
      parameters: [id],
      get: { responses: { 200: answer(note) }, ...read },
      put: { requestBody: jsonBody(note), responses: { 200: answer(note) }, ...put },
      ...(patch && { patch: { responses: { 200: answer(note) }, ...patch } }),
    },
  });
}

const casesOf = (plan: SuitePlan): TestCase[] =>
  plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
const wordsOf = async (document: object, rule: string): Promise<string[]> =>
  casesOf(await planFrom(document)).flatMap((each) => (each.rule === rule ? [each.words] : []));

const jsonPatch = {
  requestBody: { content: { 'application/json-patch+json': { schema: { type: 'array' } } } },
};
const page = { type: 'object', properties: { items: { type: 'array', items: note }, next: text } };
const link = { headers: { Link: { schema: text } } };
const listing = answer({ type: 'array', items: note }, link);

describe('what HTTP promises', () => {
  it.each<[string, object, string, string]>([
    [
      '304',
      notes({ read: { responses: { 200: tagged, 304: said('known') } } }),
      'not-modified',
      'read_note is not sent again when unchanged',
    ],
    [
      'ETag of a read',
      notes({ read: { responses: { 200: tagged } } }),
      'tag-is-stable',
      'read_note keeps its tag without a write',
    ],
    [
      'ETag after a write',
      notes({ read: { responses: { 200: tagged } } }),
      'tag-follows-writes',
      'replace_note changes the tag with the content',
    ],
    [
      'an old tag',
      notes({ read: { responses: { 200: tagged } }, put: { parameters: [ifMatch(false)] } }),
      'old-tag',
      'replace_note rejects an old tag',
    ],
    [
      'the current tag',
      notes({ read: { responses: { 200: tagged } }, put: { parameters: [ifMatch(false)] } }),
      'current-tag',
      'replace_note accepts the current tag',
    ],
    [
      '412 without a documented tag',
      notes({ put: { responses: { 200: answer(note), 412: said('other') } } }),
      'wrong-tag',
      'replace_note rejects a tag that does not match',
    ],
    [
      '428',
      notes({ put: { parameters: [ifMatch(true)], responses: { 200: answer(note), 428: said('tag') } } }),
      'tag-required',
      'replace_note requires a tag',
    ],
    [
      '406',
      notes({ read: { responses: { 200: answer(note), 406: said('no') } } }),
      'undocumented-accept',
      'read_note rejects an undocumented media type of the answer',
    ],
    [
      '413 with a limit',
      notes({ create: { responses: { 201: answer(note), 413: said('More than 2 kB') } } }),
      'body-too-large',
      'create_note rejects a body of more than 2048 bytes',
    ],
    [
      '202 with Location',
      notes({ create: { responses: { 202: said('later'), 201: answer(note) } } }),
      'accepted-is-done',
      '',
    ],
    [
      '202 with Operation-Location',
      notes({
        create: {
          responses: { 202: { ...said('later'), headers: { 'Operation-Location': { schema: text } } } },
        },
      }),
      'accepted-is-done',
      'create_note is done in the end',
    ],
    ['JSON Patch', notes({ patch: jsonPatch }), 'json-patch-is-shown', 'update_note shows the patched words'],
    [
      'a JSON Patch that fails',
      notes({ patch: jsonPatch }),
      'json-patch-is-atomic',
      'update_note does all of a patch or nothing',
    ],
    [
      'a refused create',
      notes(),
      'refused-create-leaves-nothing',
      'create_note creates nothing when refused',
    ],
    ['one item', notes(), 'wrong-shape-body', 'create_note rejects a list instead of one'],
    [
      'XML',
      notes({
        create: {
          requestBody: { content: { 'application/xml': { schema: note } } },
          responses: { 201: answer(note), 400: said('unreadable') },
        },
      }),
      'malformed-xml',
      'create_note rejects malformed xml',
    ],
    [
      'a part of a form',
      notes({
        create: {
          requestBody: {
            content: {
              'multipart/form-data': {
                schema: { type: 'object', properties: { scan: { type: 'string', format: 'binary' } } },
                encoding: { scan: { contentType: 'image/png' } },
              },
            },
          },
          responses: { 201: answer(note), 415: said('not that') },
        },
      }),
      'undocumented-part-type',
      'create_note rejects scan in an undocumented media type',
    ],
    [
      'a cursor',
      notes({ list: { parameters: [query('cursor', text)], responses: { 200: answer(page) } } }),
      'pages-follow-each-other',
      'list_notes shows each item on one page',
    ],
    [
      'the header Link',
      notes({ list: { responses: { 200: listing } } }),
      'pages-follow-each-other',
      'list_notes shows each item on one page',
    ],
    [
      'documented failures',
      notes({ read: { responses: { 200: answer(note), 404: said('none'), 500: said('oops') } } }),
      'preferred-code',
      'read_note describes its failures',
    ],
  ])('%s', async (_, document, rule, words) => {
    expect(await wordsOf(document, rule)).toEqual(words === '' ? [] : expect.arrayContaining([words]));
  });

  it.each<[string, object, string]>([
    [
      '304 without a tag',
      notes({ read: { responses: { 200: answer(note), 304: said('known') } } }),
      'not-modified',
    ],
    ['no tag is documented', notes(), 'wrong-tag'],
    [
      '413 without a limit',
      notes({ create: { responses: { 201: answer(note), 413: said('large') } } }),
      'body-too-large',
    ],
    [
      'a cursor that no answer gives',
      notes({
        list: {
          parameters: [query('cursor', text)],
          responses: { 200: answer({ type: 'array', items: note }) },
        },
      }),
      'pages-follow-each-other',
    ],
    [
      'failures as classes only',
      notes({ read: { responses: { 200: answer(note), '4XX': said('no') } } }),
      'preferred-code',
    ],
  ])('no test: %s', async (_, document, rule) => {
    const plan = await planFrom(document);
    const own = casesOf(plan).filter((each) => each.rule === rule);
    expect(own.map((each) => each.words)).toEqual([]);
  });

  it('compares what was sent with a read, but no id, which a server may give itself', async () => {
    const named = {
      type: 'object',
      required: ['id', 'title'],
      properties: { id: { type: 'integer' }, title: text },
    };
    const document = apiWith({
      '/notes': { post: { requestBody: jsonBody(named), responses: { 201: answer(named) } } },
      '/notes/{noteId}': { parameters: [id], get: { responses: { 200: answer(named) } } },
    });
    const created = casesOf(await planFrom(document)).find(({ rule }) => rule === 'created-is-shown');
    const compared = created?.steps.at(-1)?.call;
    expect(compared).toMatchObject({ helper: 'expect_fields' });
    expect(compared?.args.at(-1)).toEqual({ kind: 'literal', value: ['title'] });
  });

  it('makes more than fits one page before it goes from page to page', async () => {
    const list = {
      parameters: [query('cursor', text), query('limit', { type: 'integer', minimum: 1, maximum: 50 })],
      responses: { 200: answer(page) },
    };
    const plan = await planFrom(notes({ list }));
    const pages = casesOf(plan).find((each) => each.rule === 'pages-follow-each-other');
    expect(pages?.steps.map((step) => step.into)).toEqual(['first', 'second', 'third', undefined]);
    expect(JSON.stringify(pages?.steps.at(-1)?.call)).toContain('{"limit":2}');
  });

  it('gives If-Match the tag of a read, where it is needed', async () => {
    const put = { parameters: [ifMatch(true)] };
    const plan = await planFrom(notes({ read: { responses: { 200: tagged } }, put }));
    const call = plan.calls.find((each) => each.operation.method === 'put');
    expect(call?.headers).toMatchObject([
      { name: 'If-Match', value: { kind: 'later', value: { on: 'read_note', method: 'etag' } } },
    ]);
    expect(call?.uses).toContain('read_note');
  });

  it('says which failures are reached on few servers only', async () => {
    const plan = await planFrom(
      notes({ read: { responses: { 200: answer(note), 429: said('slow'), 500: said('oops') } } }),
    );
    const reasons = plan.gaps.filter((gap) => gap.construct.startsWith('response ')).map((gap) => gap.reason);
    expect(reasons).toEqual([
      'reaching a limit would disturb the other tests; tested only where the server offers Prefer: code=429 (RFC 7240)',
      'a test cannot make a sound server fail; tested only where the server offers Prefer: code=500 (RFC 7240)',
    ]);
  });
});
