import { describe, expect, it } from 'vitest';

import { apiWith, jsonBody, planFrom } from '../../../testing/generate';
import type { TestCase } from '../plan/case';

const text = { type: 'string' };
const orNull = { type: ['string', 'null'] };
const note = {
  type: 'object',
  required: ['title'],
  properties: {
    id: { type: 'integer', readOnly: true },
    title: text,
    summary: orNull,
    state: { type: 'string', enum: ['draft', 'final'] },
    words: { type: 'integer' },
    changedAt: { type: 'string', format: 'date-time', readOnly: true },
  },
};
const answer = (schema: object, more: object = {}): object => ({
  description: 'ok',
  content: { 'application/json': { schema } },
  ...more,
});
const id = { name: 'noteId', in: 'path', required: true, schema: { type: 'integer' } };
const query = <S extends object>(name: string, schema: S) => ({ name, in: 'query', schema });
const limit = query('limit', { type: 'integer', minimum: 1, maximum: 50 });
const offset = query('offset', { type: 'integer', minimum: 0 });
const state = query('state', { type: 'string', enum: ['draft', 'final'] });
const sort = (values: string[]): object => query('sort', { type: 'string', enum: values });
const mergePatch = {
  content: {
    'application/merge-patch+json': {
      schema: { type: 'object', properties: { title: text, summary: orNull } },
    },
  },
};
const plainPatch = jsonBody({ type: 'object', properties: { title: text, summary: orNull } });

interface Notes {
  parameters?: object[];
  patch?: object;
  created?: object;
}

function notes({ parameters = [], patch = mergePatch, created = {} }: Notes = {}): object {
  return apiWith({
    '/notes': {
      get: { parameters, responses: { 200: answer({ type: 'array', items: note }) } },
      post: { requestBody: jsonBody(note), responses: { 201: answer(note, created) } },
    },
    '/notes/{noteId}': {
      parameters: [id],
      get: { responses: { 200: answer(note), 404: { description: 'none' } } },
      put: { requestBody: jsonBody(note), responses: { 200: answer(note) } },
      patch: { requestBody: patch, responses: { 200: answer(note) } },
      delete: { responses: { 204: { description: 'gone' } } },
    },
    '/notes/{noteId}/remarks': {
      parameters: [id],
      get: { responses: { 200: answer({ type: 'array', items: note }) } },
      post: { requestBody: jsonBody(note), responses: { 201: answer(note) } },
    },
  });
}

const location = { headers: { Location: { schema: text } } };

async function casesOf(document: object): Promise<TestCase[]> {
  const plan = await planFrom(document);
  return plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
}

describe('what a request does', () => {
  it.each<[string, object, string, string]>([
    ['null in a merge patch', notes(), 'update-clears', 'update_note clears members that are null'],
    [
      'a readOnly member in a create',
      notes(),
      'read-only-members',
      'create_note does not store the read only changedAt',
    ],
    [
      'a readOnly member in a PUT',
      notes(),
      'read-only-members',
      'replace_note does not store the read only changedAt',
    ],
    [
      'Location',
      notes({ created: location }),
      'location-leads-there',
      'create_note says where the new resource is',
    ],
    ['PUT twice', notes(), 'replace-is-idempotent', 'replace_note can be repeated'],
    ['DELETE twice', notes(), 'delete-can-be-repeated', 'delete_note can be repeated'],
    ['a page size', notes({ parameters: [limit] }), 'page-size-is-held', 'list_notes holds limit'],
    [
      'pages',
      notes({ parameters: [limit, offset] }),
      'pages-are-disjoint',
      'list_notes shows other items at another offset',
    ],
    [
      'a filter',
      notes({ parameters: [state] }),
      'filter-is-respected',
      'list_notes lists only the state asked for',
    ],
    [
      'a filter in an object',
      notes({
        parameters: [
          {
            ...query('where', { type: 'object', properties: { state: state.schema, words: {} } }),
            style: 'deepObject',
          },
        ],
      }),
      'filter-is-respected',
      'list_notes lists only the state asked for',
    ],
    [
      'an order',
      notes({ parameters: [sort(['words', '-words'])] }),
      'sort-is-respected',
      'list_notes is ordered by sort',
    ],
    ['a list under a parent', notes(), 'list-of-parent', 'get_notes_remarks lists nothing of another note'],
  ])('%s', async (_, document, rule, words) => {
    const found = (await casesOf(document)).filter((each) => each.rule === rule);
    expect(found.map((each) => each.words)).toContain(words);
  });

  it.each<[string, object, string]>([
    ['null in a plain PATCH may mean nothing', notes({ patch: plainPatch }), 'update-clears'],
    ['Location is not documented', notes(), 'location-leads-there'],
    ['no page size', notes({ parameters: [offset] }), 'pages-are-disjoint'],
    [
      'a filter with values that items never have',
      notes({ parameters: [{ ...state, schema: { type: 'string', enum: ['draft', 'any'] } }] }),
      'filter-is-respected',
    ],
    ['an order of one direction', notes({ parameters: [sort(['words', 'newest'])] }), 'sort-is-respected'],
    [
      'an order by what items do not show',
      notes({ parameters: [sort(['price', '-price'])] }),
      'sort-is-respected',
    ],
  ])('no test: %s', async (_, document, rule) => {
    expect((await casesOf(document)).map((each) => each.rule)).not.toContain(rule);
  });

  it('asks for the largest page before it says that something is not listed', async () => {
    const cases = await casesOf(notes({ parameters: [limit] }));
    const listed = cases.find((each) => each.rule === 'created-is-listed');
    expect(JSON.stringify(listed?.steps[0]?.call)).toContain('"limit":50');
    expect(JSON.stringify(listed?.steps.at(-1)?.call)).toContain('page_size');
  });

  it('looks at what the client made when it says that a change leaves the rest', async () => {
    const left = (await casesOf(notes())).find((each) => each.rule === 'update-leaves-the-rest');
    expect(JSON.stringify(left?.steps.at(-1)?.call)).toContain('["title","state","words"]');
  });

  it('sends a readOnly member that no server would choose, and looks for it in a read', async () => {
    const cases = await casesOf(notes());
    const replaced = cases.find(
      (each) => each.rule === 'read-only-members' && each.operation.method === 'put',
    );
    expect(JSON.stringify(replaced?.steps.at(-1)?.call)).toContain('2001-02-03T04:05:06Z');
    expect(replaced?.fixtures).toContain('read_note');
  });
});

describe('credentials', () => {
  const security = (scheme: object): object =>
    apiWith(
      { '/notes': { get: { responses: { 200: { description: 'ok' }, 401: { description: 'who' } } } } },
      { components: { securitySchemes: { own: scheme } }, security: [{ own: [] }] },
    );

  it.each<[object, boolean]>([
    [{ type: 'http', scheme: 'bearer' }, true],
    [{ type: 'http', scheme: 'basic' }, true],
    [{ type: 'apiKey', in: 'header', name: 'X-Key' }, false],
  ])('%j under another scheme: %s', async (scheme, isTested) => {
    const wrong = (await casesOf(security(scheme))).find((each) => each.rule === 'wrong-credentials');
    expect(wrong?.rows.some((row) => row.id === 'own-under-another-scheme')).toBe(isTested);
  });
});
