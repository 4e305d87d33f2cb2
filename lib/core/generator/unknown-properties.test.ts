import { describe, expect, it } from 'vitest';

import { apiWith, generateFrom, jsonBody } from '../../testing/generate';

const text = { type: 'string' };
const named = { type: 'object', properties: { name: text } };

function suiteOf(schema: object, unknownProperties: string) {
  const responses = { 200: { description: 'ok', content: { 'application/json': { schema } } } };
  return generateFrom(apiWith({ '/notes': { post: { requestBody: jsonBody(schema), responses } } }), {
    unknownProperties,
  });
}

describe('properties that an object neither names nor rules out', () => {
  it('are refused in requests where the team says so', async () => {
    const { cases } = await suiteOf(named, 'refused');
    const found = cases.filter((each) => each.rule === 'body-additional-properties');
    expect(found.map((each) => each.title)).toEqual(['rejects unknown property in body']);
    expect(found[0]?.sources.map(({ pointer }) => pointer.split('/').at(-1))).toContain('properties');
  });

  it.each([
    ['by the document alone', named, 'as-documented'],
    ['in a map', { type: 'object' }, 'refused'],
    ['where the document allows them', { ...named, additionalProperties: true }, 'refused'],
  ])('are not refused %s', async (_, schema, unknownProperties) => {
    const { cases } = await suiteOf(schema, unknownProperties);
    expect(cases.map((each) => each.rule)).not.toContain('body-additional-properties');
  });

  it('are not in answers, at any depth and across allOf', async () => {
    const schema = {
      allOf: [named, { properties: { author: named, tags: { type: 'array', items: named } } }],
    };
    const { files } = await suiteOf(schema, 'refused');
    const file = files.find(({ path }) => path.startsWith('schemas/'));
    expect(JSON.parse(file?.text ?? '{}')).toMatchObject({
      unevaluatedProperties: false,
      allOf: [
        { properties: { name: text } },
        {
          properties: {
            author: { unevaluatedProperties: false },
            tags: { items: { unevaluatedProperties: false } },
          },
        },
      ],
    });
    expect(file?.text.match(/unevaluatedProperties/g)).toHaveLength(3);
  });
});

describe('the language of realistic data', () => {
  const people = { type: 'object', properties: { city: text, email: { ...text, format: 'email' } } };
  const textsOf = async (locale: string) => {
    const { files } = await generateFrom(
      apiWith({
        '/people': { post: { requestBody: jsonBody(people), responses: { 200: { description: 'ok' } } } },
      }),
      { locale },
    );
    return files.find(({ path }) => path === 'conftest.py')?.text ?? '';
  };

  it('is that of the settings', async () => {
    expect(await textsOf('ja')).toMatch(/"city": "[^\x00-\x7f]+"/);
    expect(await textsOf('en')).toMatch(/"city": "[\x20-\x7e]+"/);
    expect(await textsOf('ja')).toBe(await textsOf('ja'));
  });
});
