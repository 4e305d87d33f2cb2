import { describe, expect, it } from 'vitest';

import { apiWith, jsonBody, planFrom } from '../../../testing/generate';
import type { TestCase } from '../plan/case';

const text = { type: 'string' };
const note = {
  type: 'object',
  required: ['name'],
  properties: { id: { type: 'string', readOnly: true }, name: { ...text, maxLength: 80 } },
};
const answer = (schema: object, more: object = {}): object => ({
  description: 'ok',
  content: { 'application/json': { schema } },
  ...more,
});
const schemes = {
  token: { type: 'http', scheme: 'bearer' },
  key: { type: 'apiKey', in: 'query', name: 'key' },
  session: { type: 'apiKey', in: 'cookie', name: 'session' },
  password: { type: 'http', scheme: 'basic', description: 'Only in the header.' },
  certificate: { type: 'mutualTLS' },
};
const said = { description: 'wrong' };
const refusals = { 401: { description: 'who' }, 403: { description: 'may only read' } };

function notes(security: object[], more: { read?: object; refused?: object } = {}): object {
  const responses = (success: object): object => ({ ...success, ...refusals, ...more.refused });
  return apiWith(
    {
      '/notes': {
        get: { responses: responses({ 200: answer({ type: 'array', items: note }) }) },
        post: { requestBody: jsonBody(note), responses: responses({ 201: answer(note) }) },
      },
      '/notes/{noteId}': {
        parameters: [{ name: 'noteId', in: 'path', required: true, schema: text }],
        get: { responses: responses({ 200: answer(note), 404: { description: 'none' } }), ...more.read },
        put: { requestBody: jsonBody(note), responses: responses({ 200: answer(note) }) },
        delete: { responses: responses({ 204: { description: 'gone' } }) },
      },
    },
    { components: { securitySchemes: schemes }, security },
  );
}

async function casesOf(document: object): Promise<TestCase[]> {
  const plan = await planFrom(document, { categories: ['auth'] });
  return plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
}

async function rowsOf(document: object, rule: string): Promise<string[] | undefined> {
  const found = (await casesOf(document)).find(
    (each) => each.rule === rule && each.operation.method === 'post',
  );
  if (!found) return undefined;
  return found.rows.length > 0 ? found.rows.map((row) => row.id) : ['alone'];
}

describe('credentials', () => {
  it.each<[string, object[], string, string[] | undefined]>([
    ['a token', [{ token: [] }], 'missing-credentials', ['alone']],
    [
      'a wrong, an old and a forged token',
      [{ token: [] }],
      'wrong-credentials',
      ['token-wrong', 'token-expired', 'token-unsigned', 'token-under-another-scheme'],
    ],
    [
      'keys in the query and in a cookie',
      [{ key: [] }, { session: [] }],
      'wrong-credentials',
      ['key-wrong', 'session-wrong'],
    ],
    [
      'a password',
      [{ password: [] }],
      'wrong-credentials',
      ['password-wrong', 'password-under-another-scheme'],
    ],
    [
      'the form of a password',
      [{ password: [] }],
      'malformed-credentials',
      ['password-empty', 'password-malformed'],
    ],
    ['a header only, where that is said', [{ password: [] }], 'query-credentials', ['alone']],
    ['the query is not forbidden', [{ token: [] }], 'query-credentials', undefined],
    [
      'schemes that go together',
      [{ token: [], session: [] }],
      'part-of-credentials',
      ['token-missing', 'session-missing'],
    ],
    [
      'a part that is enough by another alternative',
      [{ token: [], session: [] }, { token: [] }],
      'part-of-credentials',
      ['token-missing'],
    ],
    [
      'each alternative',
      [{ token: [] }, { key: [], session: [] }],
      'each-alternative',
      ['token', 'key-and-session'],
    ],
    ['one alternative', [{ token: [] }], 'each-alternative', undefined],
    ['optional credentials', [{ token: [] }, {}], 'optional-credentials', ['alone']],
    ['optional credentials are not required', [{ token: [] }, {}], 'missing-credentials', undefined],
    ['a certificate is no part of a request', [{ certificate: [] }], 'wrong-credentials', undefined],
    ['the read only user', [{ token: [] }], 'read-only-identity', ['alone']],
  ])('%s', async (_, security, rule, rows) => {
    expect(await rowsOf(notes(security), rule)).toEqual(rows);
  });

  it('asks for the challenge of a 401 where the document lists it, required or not', async () => {
    const challenge = { 'WWW-Authenticate': { schema: text } };
    const documented = { 401: { description: 'who', headers: challenge } };
    const headersOf = async (security: object[], refused?: object): Promise<unknown> => {
      const cases = await casesOf(notes(security, refused ? { refused } : {}));
      const check = cases.find((each) => each.rule === 'missing-credentials')?.steps.at(-1)?.call;
      return check?.named.find(({ name }) => name === 'headers')?.value;
    };
    expect(await headersOf([{ token: [] }], documented)).toMatchObject({ value: ['WWW-Authenticate'] });
    expect(await headersOf([{ token: [] }])).toBeUndefined();
    expect(await headersOf([{ key: [] }], documented)).toBeUndefined();
  });
});

describe('a malformed credential', () => {
  it('may be answered with 401 where the document lists 400 alone', async () => {
    const document = apiWith(
      { '/notes': { post: { requestBody: jsonBody(note), responses: { 201: answer(note), 400: said } } } },
      { components: { securitySchemes: schemes }, security: [{ password: [] }] },
    );
    const malformed = (await casesOf(document)).find((each) => each.rule === 'malformed-credentials');
    const statuses = malformed?.steps.at(-1)?.call.args.slice(1);
    expect(statuses).toMatchObject([{ value: 401 }, { value: 400 }]);
  });
});

describe('what a refused identity leaves', () => {
  it('is seen after each write, and in the list after a creation', async () => {
    const kept = (await casesOf(notes([{ token: [] }]))).filter(
      (each) => each.rule === 'refused-identity-changes-nothing',
    );
    expect(kept.map((each) => each.words)).toEqual(
      [
        'post_notes changes nothing without credentials',
        'put_notes changes nothing without credentials',
        'put_notes changes nothing for the read only user',
        'delete_notes changes nothing without credentials',
        'delete_notes changes nothing for the read only user',
      ].map((words) => expect.stringContaining(words.split(' ').slice(1).join(' '))),
    );
    const created = kept[0]?.steps.map(({ call }) => ('helper' in call ? call.helper : call.method));
    expect(created).toEqual([
      'body',
      'send',
      'expect_rejection',
      'send',
      'expect_success',
      'expect_not_listed',
    ]);
  });
});

describe('another user', () => {
  const other = async (more: { read?: object; refused?: object }): Promise<unknown[]> =>
    (await casesOf(notes([{ token: [] }], more)))
      .filter((each) => each.rule === 'another-user' && each.operation.method === 'get')
      .map((each) =>
        each.steps
          .at(-1)
          ?.call.args.slice(1)
          .map((status) => status.kind === 'literal' && status.value),
      );

  it('is refused as the response says that tells of owners', async () => {
    expect(await other({ refused: { 403: { description: 'The note of another user' } } })).toEqual([[403]]);
  });

  it('is refused in any documented way where the operation tells of owners', async () => {
    expect(await other({ read: { description: '只能读取本人的笔记' } })).toEqual([[403, 404]]);
  });

  it('may see everything where the document knows no owners', async () => {
    expect(await other({})).toEqual([]);
  });
});
