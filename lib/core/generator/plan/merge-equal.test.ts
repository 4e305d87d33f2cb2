import { describe, expect, it } from 'vitest';

import { apiWith, jsonBody, planFrom } from '../../../testing/generate';

import type { TestCase } from './case';

const responses = { 200: { description: 'ok' }, 400: { description: 'bad' } };

async function casesOf(operation: object): Promise<TestCase[]> {
  const plan = await planFrom(apiWith({ '/notes': { post: { responses, ...operation } } }));
  return plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
}

const pointers = (test: TestCase | undefined) =>
  test?.sources.map(({ pointer }) => pointer.split('/').slice(-1).join('/'));

describe('what is equal on the wire', () => {
  it('is written once, by the case of the highest risk, for the places of both', async () => {
    const branch = (kind: string, own: string) => ({
      type: 'object',
      required: ['kind', own],
      properties: { kind: { const: kind }, [own]: { type: 'string' } },
    });
    const schema = {
      oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Cash' }],
      discriminator: { propertyName: 'kind' },
    };
    const plan = await planFrom(
      apiWith(
        { '/notes': { post: { requestBody: jsonBody(schema), responses } } },
        { components: { schemas: { Card: branch('Card', 'number'), Cash: branch('Cash', 'given') } } },
      ),
    );
    const cases = plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
    const named = cases.find((each) => each.rule === 'body-discriminator');
    expect(named?.rows.map((row) => row.id)).toEqual(['unknown', 'as-Cash']);
    expect(pointers(named)).toEqual(expect.arrayContaining(['discriminator', 'const']));
    // Of the other case one row is left: a plain test.
    const constant = cases.find((each) => each.rule === 'body-const');
    expect(constant?.rows).toEqual([]);
    expect(constant?.parameters).toEqual([]);
    expect(JSON.stringify(constant?.steps)).toContain('"CARD"');
  });

  it('is the same as number and as text in a query', async () => {
    const schema = { type: ['integer', 'string'], enum: [1, '1', 'two'] };
    const [family] = (await casesOf({ parameters: [{ name: 'n', in: 'query', schema }] })).filter(
      (each) => each.rule === 'accept-query-parameters',
    );
    expect(family?.rows.map((row) => row.id)).toEqual(['n', 'n-two']);
  });

  it('is not the same as number and as text in JSON', async () => {
    const schema = { type: 'object', properties: { n: { enum: [1, '1', 'two'] } } };
    const [family] = (await casesOf({ requestBody: jsonBody(schema) })).filter(
      (each) => each.rule === 'accept-boundary',
    );
    expect(family?.rows.map((row) => row.id)).toEqual(['n-1', 'n-two']);
  });
});
