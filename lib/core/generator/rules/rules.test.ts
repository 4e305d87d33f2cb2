import { describe, expect, it } from 'vitest';

import { apiWith, jsonBody, planFrom } from '../../../testing/generate';
import type { TestCase } from '../plan/case';
import type { SuitePlan } from '../plan/suite-plan';

const ok = { 200: { description: 'ok' } };
const text = { type: 'string' };

async function casesOf(document: object, settings: object = {}): Promise<TestCase[]> {
  const plan = await planFrom(document, settings);
  return plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
}

const post = (schema: object, responses: object, more: object = {}): object =>
  apiWith({ '/notes': { post: { requestBody: jsonBody(schema), responses, ...more } } });
const list = (parameters: object[], responses: object = ok): object =>
  apiWith({ '/notes': { get: { parameters, responses } } });
const query = (name: string, schema: object, more: object = {}): object => ({
  name,
  in: 'query',
  schema,
  ...more,
});
const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });
const secured = {
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  security: [{ token: [] }],
};

describe('reasons to write a test', () => {
  it.each<[string, object, string, string]>([
    ['a body', post(object({ a: text }), ok), 'accept-request', 'accepts a full body'],
    [
      'an optional member',
      post(object({ a: text, b: text }, { required: ['a'] }), ok),
      'accept-required-only',
      'accepts required members only',
    ],
    [
      'an optional parameter',
      list([query('limit', { type: 'integer', minimum: 1 })]),
      'accept-query-parameters',
      'accepts each query parameter',
    ],
    [
      'an empty value',
      list([query('a', { type: 'integer' }, { allowEmptyValue: true, required: true })]),
      'accept-query-parameters',
      'accepts a-empty',
    ],
    [
      'a limit of a body',
      post(object({ a: { ...text, maxLength: 9 } }), ok),
      'body-max-length',
      'rejects a longer than 9',
    ],
    [
      'a nested member',
      post(object({ a: object({ b: { type: 'integer', minimum: 3 } }) }), ok),
      'body-minimum',
      'rejects a b below 3',
    ],
    [
      'required members',
      post(object({ a: text, b: text }, { required: ['a', 'b'] }), ok),
      'body-required',
      'rejects missing property',
    ],
    [
      'a closed object',
      post(object({ a: text }, { additionalProperties: false }), ok),
      'body-additional-properties',
      'rejects unknown property in body',
    ],
    [
      'a required parameter',
      list([query('q', text, { required: true })]),
      'query-required',
      'rejects missing query q',
    ],
    [
      'an enum',
      list([query('sort', { ...text, enum: ['up', 'down'] })]),
      'query-enum',
      'rejects query sort outside its enum',
    ],
    [
      'a header',
      list([{ name: 'X-Count', in: 'header', schema: { type: 'integer' } }]),
      'header-type',
      'rejects header X-Count of wrong type',
    ],
    ['JSON', post(object({ a: text }), ok), 'malformed-json', 'rejects malformed json'],
    [
      'another media type of a body',
      apiWith({
        '/notes': {
          post: {
            requestBody: { content: { 'application/json': { schema: object({ a: text }) }, 'text/csv': {} } },
            responses: ok,
          },
        },
      }),
      'accept-media-type',
      'accepts a body that is text/csv',
    ],
    [
      'another media type of an answer',
      list([], { 200: { description: 'ok', content: { 'application/json': {}, 'text/csv': {} } } }),
      'answer-media-type',
      'answers text/csv when asked for it',
    ],
    [
      'HEAD beside GET',
      apiWith({ '/notes': { get: { responses: ok }, head: { responses: ok } } }),
      'head-like-get',
      'is answered like get',
    ],
    ['a required body', post(object({ a: text }), ok), 'empty-body', 'rejects a missing body'],
    [
      'one media type',
      post(object({ a: text }), ok),
      'undocumented-media-type',
      'rejects an undocumented media type',
    ],
    ['other methods', list([]), 'undocumented-method', 'rejects undocumented POST'],
  ])('%s', async (_, document, rule, title) => {
    const cases = await casesOf(document);
    expect(cases.filter((each) => each.rule === rule).map((each) => each.title)).toContain(title);
  });

  it.each<[string, object, string]>([
    ['a public operation needs no credentials', list([]), 'missing-credentials'],
    [
      'optional credentials',
      apiWith({ '/n': { get: { responses: ok } } }, { ...secured, security: [{ token: [] }, {}] }),
      'missing-credentials',
    ],
    [
      '409 for another reason',
      post(object({ a: text }), { ...ok, 409: { description: 'The note is locked' } }),
      'duplicate',
    ],
    ['a cursor that only the server makes', list([query('cursor', text)]), 'accept-query-parameters'],
    [
      'If-Match needs an earlier answer',
      list([{ name: 'If-Match', in: 'header', schema: text }]),
      'accept-header-parameters',
    ],
  ])('no test: %s', async (_, document, rule) => {
    expect((await casesOf(document)).map((each) => each.rule)).not.toContain(rule);
  });

  it('refuses each identity that may not', async () => {
    const responses = { ...ok, 401: { description: 'who' }, 403: { description: 'no' } };
    const cases = await casesOf(
      apiWith({ '/notes': { post: { requestBody: jsonBody(object({ a: text })), responses } } }, secured),
    );
    const rules = cases.map((each) => each.rule);
    expect(rules).toEqual(
      expect.arrayContaining(['missing-credentials', 'wrong-credentials', 'read-only-identity']),
    );
  });
});

describe('expected statuses', () => {
  it.each<[string, object, number[], unknown]>([
    ['the documented one that fits', { 400: { description: 'bad' } }, [400, 422], [400]],
    [
      'both where both are documented',
      { 400: { description: 'b' }, 422: { description: 'c' } },
      [400, 422],
      [400, 422],
    ],
    ['by the settings', { 400: { description: 'b' }, 422: { description: 'c' } }, [422], [422]],
    ['any client error where none is', { 404: { description: 'x' } }, [400, 422], ['CLIENT_ERRORS']],
  ])('%s', async (_, documented, invalidStatuses, expected) => {
    const document = post(object({ a: text }, { required: ['a'] }), { ...ok, ...documented });
    const cases = await casesOf(document, { invalidStatuses });
    const check = cases.find((each) => each.rule === 'body-required')?.steps.at(-1)?.call;
    const statuses = check?.args.slice(1).map((each) => {
      if (each.kind === 'literal') return each.value;
      return each.kind === 'spread' && each.of.kind === 'constant' ? each.of.name : each.kind;
    });
    expect(statuses).toEqual(expected);
  });
});

describe('a status that HTTP gives and the document does not list', () => {
  it('has no documented form', async () => {
    const refused = {
      400: { description: 'no', content: { 'application/problem+json': { schema: object({}) } } },
    };
    const cases = await casesOf(post(object({ a: text }), { ...ok, ...refused }));
    const also415 = cases.flatMap(({ steps }) => {
      const call = steps.at(-1)?.call;
      const has415 = call?.args.some((each) => each.kind === 'literal' && each.value === 415);
      return call && has415 ? [call] : [];
    });
    expect(also415.length).toBeGreaterThan(0);
    for (const { named } of also415) {
      const mediaTypes = named.find(({ name }) => name === 'media_types')?.value;
      expect(mediaTypes).toMatchObject({ kind: expect.not.stringMatching('^literal$') as string });
    }
  });
});

describe('law 2', () => {
  it.each(['deepObject', 'form'])(
    'sends no single value in the place of a spread object: %s',
    async (style) => {
      const filter = object({ kind: { ...text, maxLength: 3 } }, { minProperties: 1 });
      const cases = await casesOf(list([query('filter', filter, { style, explode: true })]));
      const rules = cases.map(({ rule }) => rule);
      expect(rules).toContain('query-max-length');
      expect(rules).not.toContain('query-type');
    },
  );
});

describe('law 3', () => {
  it('shows first that the unchanged request is accepted, in every negative test of one change', async () => {
    const document = post(object({ a: { ...text, maxLength: 5 } }, { required: ['a'] }), {
      ...ok,
      400: { description: 'b' },
    });
    // A failure that the client prefers answers a request that is right.
    const negatives = (await casesOf(document)).filter(
      (each) => each.category !== 'crud' && each.rule !== 'preferred-code',
    );
    expect(negatives.length).toBeGreaterThan(4);
    for (const each of negatives) {
      expect(each.steps[0]?.call, each.title).toMatchObject({ method: 'require_accepted' });
      expect(each.steps.filter((step) => 'method' in step.call && step.call.method === 'send')).toHaveLength(
        1,
      );
    }
  });
});

describe('budget', () => {
  const members = Object.fromEntries(
    Array.from({ length: 90 }, (_, index) => [`m${index}`, { ...text, maxLength: 5 + index }]),
  );
  const document = post(object(members), ok);
  const kept = (plan: SuitePlan) => plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));

  it.each([
    [3, 3],
    [12, 12],
    [40, 32],
  ])(
    'of %d keeps every kind of test in %d, and lists the rules that it leaves out',
    async (budget, tests) => {
      const plan = await planFrom(document, { budget });
      const cases = kept(plan);
      expect(cases).toHaveLength(tests);
      expect(new Set(cases.map((each) => each.category))).toEqual(new Set(['crud', 'validation', 'error']));
      const beyond = `beyond the budget of ${budget} tests of one operation`;
      const left = plan.gaps.filter((gap) => gap.reason === beyond).map(({ source }) => source.pointer);
      const broken = cases.filter((each) => each.category === 'validation').flatMap(({ sources }) => sources);
      const known = new Set([...left, ...broken.map(({ pointer }) => pointer)]);
      const limits = Object.keys(members).map(
        (name) =>
          `/paths/~1notes/post/requestBody/content/application~1json/schema/properties/${name}/maxLength`,
      );
      expect(limits.filter((pointer) => !known.has(pointer))).toEqual([]);
    },
  );

  it('of one keeps the one that costs most when it is missed', async () => {
    const all = kept(await planFrom(document, { budget: 1000 }));
    const [only, ...others] = kept(await planFrom(document, { budget: 1 }));
    expect(others).toEqual([]);
    expect(only?.risk).toBe(Math.max(...all.map((each) => each.risk)));
  });
});

describe('naming', () => {
  const document = apiWith({
    '/books': {
      post: { operationId: 'addTome', requestBody: jsonBody(object({ a: text })), responses: ok },
    },
  });

  it.each([
    ['operation-id', 'add_tome'],
    ['path', 'create_book'],
  ])('by %s calls the request %s', async (naming, name) => {
    const plan = await planFrom(document, { naming });
    expect(plan.calls.map((call) => String(call.name))).toEqual([name]);
  });
});

describe('budget of a large body', () => {
  it('keeps tests of every rule', async () => {
    const members = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`m${index}`, { ...text, maxLength: 5 + index }]),
    );
    const cases = await casesOf(post(object({ ...members, n: { type: 'integer', multipleOf: 3 } }), ok));
    expect(cases).toHaveLength(33);
    expect(cases.map((each) => each.rule)).toContain('body-multiple-of');
  });
});

describe('settings', () => {
  const document = apiWith({
    '/a': { get: { operationId: 'readA', tags: ['old'], responses: ok } },
    '/b': { get: { operationId: 'readB', responses: ok } },
    '/c': { get: { operationId: 'readC', responses: ok }, trace: { responses: ok } },
  });

  it('leave out operations, and say so', async () => {
    const plan = await planFrom(document, { excludedTags: ['old'], excludedOperations: ['readB'] });
    expect(plan.operations).toHaveLength(1);
    expect(plan.gaps.filter((gap) => gap.reason === 'excluded by the settings')).toHaveLength(2);
    expect(plan.gaps.map((gap) => gap.reason)).toContain('TRACE is not sent');
  });

  it('choose categories', async () => {
    const cases = await casesOf(document, { categories: ['error'] });
    expect(new Set(cases.map((each) => each.category))).toEqual(new Set(['error']));
  });
});

describe('gaps', () => {
  it('name documented refusals that no request leads to', async () => {
    const plan = await planFrom(
      list([], { ...ok, 409: { description: 'busy' }, 500: { description: 'oops' } }),
    );
    expect(plan.gaps.map((gap) => gap.construct)).toEqual(['response 409', 'response 500']);
  });
});
