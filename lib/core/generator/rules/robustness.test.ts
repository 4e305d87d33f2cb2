import { describe, expect, it } from 'vitest';

import { apiWith, generateFrom, jsonBody, planFrom } from '../../../testing/generate';
import type { TestCase } from '../plan/case';

const text = { type: 'string' };
const note = {
  type: 'object',
  properties: { id: text, title: text, pages: { type: 'integer' } },
};
const answer = (schema: object): object => ({
  200: { description: 'ok', content: { 'application/json': { schema } } },
});
const limit = { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50 } };
const q = { name: 'q', in: 'query', schema: text };
const id = { name: 'noteId', in: 'path', required: true, schema: text };

const document = apiWith({
  '/notes': {
    get: { parameters: [limit, q], responses: answer({ type: 'array', items: note }) },
    post: {
      requestBody: jsonBody({
        ...note,
        properties: { ...note.properties, id: { ...text, readOnly: true } },
      }),
      responses: {
        201: {
          description: 'made',
          content: {
            'application/json': {
              schema: { ...note, properties: { ...note.properties, madeBy: text } },
            },
          },
        },
      },
    },
  },
  '/notes/{noteId}': {
    parameters: [id, { name: 'X-Trace', in: 'header', schema: text }],
    get: { responses: answer(note) },
    put: { requestBody: jsonBody(note), responses: answer(note) },
    delete: { responses: { 204: { description: 'gone' } } },
  },
});

async function casesOf(settings: object): Promise<TestCase[]> {
  const plan = await planFrom(document, settings);
  return plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
}

const named = (cases: TestCase[], rule: string): string[] =>
  cases.filter((each) => each.rule === rule).map((each) => each.operation.method);

describe('robustness', () => {
  it('has one family for each operation and place', async () => {
    const cases = await casesOf({ categories: ['error'] });
    expect(named(cases, 'robust-body')).toEqual(['post', 'put']);
    expect(named(cases, 'robust-query')).toEqual(['get', 'get']);
    expect(named(cases, 'robust-path')).toEqual(['get']);
    expect(named(cases, 'robust-header')).toEqual(['get', 'put', 'delete']);
  });

  it('sends what is extreme for the type of a member, and asks for no more than an answer', async () => {
    const found = (await casesOf({ categories: ['error'] })).find((each) => each.rule === 'robust-body');
    expect(found?.rows.map((row) => row.id)).toEqual(
      expect.arrayContaining(['title-nul', 'title-lone-surrogate', 'pages-beyond-double', 'nested-deeply']),
    );
    expect(found?.steps.at(-1)?.call).toMatchObject({ helper: 'expect_handled' });
  });
});

describe('performance', () => {
  it('times reads, and the largest page of a list', async () => {
    const cases = await casesOf({ categories: ['performance'] });
    expect(named(cases, 'read-in-time')).toEqual(['get', 'get']);
    expect(named(cases, 'reads-at-once')).toEqual(['get', 'get']);
    expect(cases.filter(({ rule }) => rule === 'page-ceiling').map(({ title }) => title)).toEqual([
      'never gives more than 50 items',
    ]);
  });

  it('needs pytest-benchmark and says its settings only where it is asked for', async () => {
    const fileOf = async (categories: string[], path: string): Promise<string> =>
      (await generateFrom(document, { categories, performance: { p95Milliseconds: 250 } })).files.find(
        (file) => file.path === path,
      )?.text ?? '';
    expect(await fileOf(['performance'], 'requirements.txt')).toContain('pytest-benchmark');
    expect(await fileOf(['performance'], 'conftest.py')).toContain('p95_ms=250');
    expect(await fileOf(['performance'], 'README.md')).toContain('250 by default');
    for (const path of ['requirements.txt', 'conftest.py', 'README.md', 'api_client.py']) {
      expect(await fileOf(['crud'], path)).not.toMatch(/benchmark|API_P95_MS/);
    }
  });
});

describe('security', () => {
  it('probes what is read, and what the test made itself', async () => {
    const cases = await casesOf({ categories: ['security'] });
    expect(named(cases, 'probe-body')).toEqual(['post', 'put']);
    expect(named(cases, 'probe-query')).toEqual(['get']);
    expect(named(cases, 'probe-path')).toEqual(['get']);
    expect(named(cases, 'error-internals')).toEqual(['get', 'post', 'get', 'put']);
  });

  it('sets what answers show and requests do not declare', async () => {
    const found = (await casesOf({ categories: ['security'] })).find(
      (each) => each.rule === 'mass-assignment' && each.operation.method === 'post',
    );
    expect(found?.rows.map((row) => row.id)).toEqual(['madeBy']);
  });

  it('sets privileges where undeclared members are to be refused', async () => {
    const found = (await casesOf({ categories: ['security'], unknownProperties: 'refused' })).find(
      (each) => each.rule === 'mass-assignment',
    );
    expect(found?.rows.map((row) => row.id)).toEqual(['madeBy', 'isAdmin', 'role']);
  });
});

describe('the budget', () => {
  it('keeps one of each kind that ranks last', async () => {
    const many = Array.from({ length: 90 }, (_, index) => ({
      name: `p${index}`,
      in: 'query',
      schema: { type: 'integer', minimum: index },
    }));
    const plan = await planFrom(
      apiWith({ '/notes': { get: { parameters: many, responses: answer(note) } } }),
      { categories: ['validation', 'error', 'performance', 'security'], budget: 20 },
    );
    const cases = plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
    expect(cases).toHaveLength(14);
    expect(cases.filter(({ rule }) => rule.startsWith('robust-'))).toHaveLength(1);
    expect(new Set(cases.map(({ category }) => category))).toEqual(
      new Set(['validation', 'error', 'performance', 'security']),
    );
  });
});
