import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { apiWith, generateFrom, jsonBody } from '../../../testing/generate';

const text = { type: 'string' };
const document = apiWith(
  {
    '/notes': {
      post: {
        operationId: 'createNote',
        security: [{ token: [] }, { key: [] }],
        parameters: [
          { name: 'draft', in: 'query', schema: { type: 'boolean' } },
          { name: 'X-Trace', in: 'header', required: true, schema: { ...text, maxLength: 20 } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Note' } },
            'application/xml': { schema: { $ref: '#/components/schemas/Note' } },
          },
        },
        responses: {
          201: { description: 'made', content: { 'application/json': { schema: { type: 'object' } } } },
          422: { description: 'refused' },
          503: { description: 'down', content: { 'text/plain': {} } },
        },
      },
    },
    '/hidden': { get: { operationId: 'readHidden', responses: { 200: { description: 'ok' } } } },
  },
  {
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      },
      schemas: {
        Note: {
          type: 'object',
          required: ['text'],
          properties: {
            text: { ...text, maxLength: 200 },
            id: { ...text, readOnly: true, maxLength: 9 },
            tree: { $ref: '#/components/schemas/Tree' },
          },
        },
        Tree: { type: 'object', properties: { child: { $ref: '#/components/schemas/Tree' } } },
      },
    },
  },
);

const report = z.object({
  summary: z.record(z.string(), z.object({ covered: z.number(), all: z.number() })),
  matrix: z.array(
    z.looseObject({
      operation: z.string(),
      cases: z.array(z.object({ key: z.string(), test: z.string() })),
      statuses: z.record(z.string(), z.array(z.number())),
      parameters: z.record(z.string(), z.array(z.number())),
      keywords: z.record(z.string(), z.array(z.number())),
      mediaTypes: z.record(z.string(), z.array(z.number())),
      security: z.record(z.string(), z.array(z.number())),
    }),
  ),
  gaps: z.array(
    z.object({
      operation: z.string().optional(),
      construct: z.string(),
      reason: z.string(),
      source: z.string(),
    }),
  ),
});

async function coverage() {
  const suite = await generateFrom(document, { excludedOperations: ['readHidden'] });
  const file = suite.files.find(({ path }) => path === 'coverage.json');
  return { suite, report: report.parse(JSON.parse(file?.text ?? '')) };
}

describe('coverage.json', () => {
  it('names the tests of each status, parameter, keyword, media type and security requirement', async () => {
    const { report: found } = await coverage();
    const [row] = found.matrix;
    const testsOf = (positions: number[] = []): string[] =>
      positions.map((position) => row?.cases[position]?.test.split('::').at(-1) ?? 'none');
    expect(found.matrix).toHaveLength(1);
    expect(testsOf(row?.statuses['201'])).toContain('test_create_note_accepts_a_full_body');
    expect(testsOf(row?.statuses['422'])).toContain('test_create_note_rejects_text_longer_than_200');
    expect(testsOf(row?.parameters['header X-Trace'])).toContain(
      'test_create_note_rejects_header_x_trace_longer_than_20',
    );
    expect(testsOf(row?.parameters['query draft'])).not.toEqual([]);
    expect(testsOf(row?.keywords['/components/schemas/Note/properties/text/maxLength'])).toContain(
      'test_create_note_rejects_text_longer_than_200',
    );
    expect(testsOf(row?.mediaTypes['request application/json'])).not.toEqual([]);
    expect(testsOf(row?.security['token'])).not.toEqual([]);
  });

  it('counts what has a test', async () => {
    const { report: found, suite } = await coverage();
    expect(found.summary['parameters']).toEqual({ covered: 2, all: 2 });
    expect(found.matrix[0]?.cases.map(({ key }) => key).toSorted()).toEqual(
      suite.cases.map(({ key }) => key).toSorted(),
    );
  });

  it('tells why each other thing has none, once', async () => {
    const { report: found, suite } = await coverage();
    const gaps = found.gaps.map(({ construct, source }) => `${construct} ${source}`);
    expect(new Set(gaps).size).toBe(gaps.length);
    expect(found.gaps.every(({ reason }) => reason !== '')).toBe(true);
    expect(suite.gaps).toHaveLength(found.gaps.length);
    const reasonOf = (place: string) => found.gaps.find(({ source }) => source.endsWith(place))?.reason;
    expect(reasonOf('/properties/id/maxLength')).toBe('readOnly: a request does not send it');
    expect(reasonOf('/paths/~1hidden/get')).toBe('excluded by the settings');
    expect(reasonOf('/responses/503')).toContain('a test cannot make a sound server fail');
    expect(gaps.some((gap) => gap.includes('503 text/plain'))).toBe(false);
  });

  it('is shown in the README, an operation a row', async () => {
    const { suite } = await coverage();
    const readme = suite.files.find(({ path }) => path === 'README.md')?.text ?? '';
    expect(readme).toMatch(
      /^\| `POST \/notes` \| \d+ \| 2 of 3 \| 2 of 2 \| \d+ \| \d of \d \| \d of 2 \|$/m,
    );
  });

  it('ends for schemas that refer to themselves, and for documents without bodies', async () => {
    const suite = await generateFrom(
      apiWith({ '/a': { get: { responses: { 200: { description: 'ok' } } } } }),
    );
    expect(suite.coverage.operations).toHaveLength(1);
    const self = jsonBody({ $ref: '#/components/schemas/Loop' });
    const schemas = {
      Loop: { type: 'object', properties: { again: { $ref: '#/components/schemas/Loop' } } },
    };
    const looping = apiWith(
      { '/b': { post: { requestBody: self, responses: { 200: { description: 'ok' } } } } },
      { components: { schemas } },
    );
    expect((await generateFrom(looping)).coverage.operations).toHaveLength(1);
  });
});

it('ends where a reference leads nowhere', async () => {
  const schema = { $ref: '#/components/schemas/none' };
  const responses = { 200: { description: 'ok' } };
  const suite = await generateFrom(apiWith({ '/a': { post: { requestBody: jsonBody(schema), responses } } }));
  expect(suite.files.map(({ path }) => path)).toContain('coverage.json');
});
