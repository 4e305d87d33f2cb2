import { describe, expect, it } from 'vitest';

import type { Json } from '../json';
import { readDocument } from '../openapi/read-document';

import { createTwin, resetPath, type Twin } from './twin';

const note = {
  type: 'object',
  required: ['id', 'title', 'createdAt'],
  properties: {
    id: { type: 'string', format: 'uuid', readOnly: true },
    title: { type: 'string', maxLength: 20 },
    code: { type: 'string', description: 'Unique.' },
    colour: { type: 'string', enum: ['red', 'blue'], default: 'red' },
    secret: { type: 'string', writeOnly: true },
    remark: { type: ['string', 'null'] },
    createdAt: { type: 'string', format: 'date-time', readOnly: true },
  },
};
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const problem = (description: string) => ({
  description,
  ...json({
    type: 'object',
    required: ['code'],
    properties: { code: { type: 'integer' }, message: { type: 'string' } },
  }),
});
const tagged = { headers: { ETag: { schema: { type: 'string' } } } };
const id = { name: 'noteId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const document = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '1' },
  servers: [{ url: 'https://notes.example/v1' }],
  security: [{ token: [] }],
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer' },
      key: { type: 'apiKey', in: 'query', name: 'api_key' },
      login: { type: 'http', scheme: 'basic' },
    },
  },
  paths: {
    '/notes': {
      get: {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50, default: 2 } },
          { name: 'cursor', in: 'query', schema: { type: 'string' } },
          { name: 'colour', in: 'query', schema: { type: 'string', enum: ['red', 'blue'] } },
          { name: 'sort', in: 'query', schema: { type: 'string', enum: ['title', '-title'] } },
        ],
        responses: {
          200: {
            description: 'A page.',
            ...json({
              type: 'object',
              required: ['items', 'next', 'total'],
              properties: {
                items: { type: 'array', items: note },
                next: { type: ['string', 'null'] },
                total: { type: 'integer' },
              },
            }),
          },
          400: problem('Wrong.'),
        },
      },
      post: {
        requestBody: { required: true, ...json(note) },
        responses: {
          201: {
            description: 'Made.',
            headers: { Location: { required: true, schema: { type: 'string' } } },
            ...json(note),
          },
          401: problem('Who?'),
          403: problem('No.'),
          405: problem('Other methods.'),
          409: problem('It exists already.'),
          415: problem('JSON.'),
          422: problem('Wrong.'),
        },
      },
    },
    '/notes/{noteId}': {
      parameters: [id],
      get: {
        responses: {
          200: { description: 'It.', ...tagged, ...json(note) },
          304: { description: 'Same.' },
          404: problem('None.'),
          410: problem('Gone.'),
        },
      },
      put: {
        parameters: [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }],
        requestBody: { required: true, ...json(note) },
        responses: {
          200: { description: 'It.', ...json(note) },
          412: problem('Other state.'),
          428: problem('Tag.'),
        },
      },
      patch: {
        requestBody: {
          content: {
            'application/merge-patch+json': { schema: { type: 'object' } },
            'application/json-patch+json': { schema: { type: 'array' } },
          },
        },
        responses: { 200: { description: 'It.', ...json(note) }, 422: problem('Wrong.') },
      },
      delete: { responses: { 204: { description: 'Gone.' }, 404: problem('None.') } },
    },
    '/notes/{noteId}/comments': {
      parameters: [id],
      get: {
        responses: {
          200: {
            description: 'All.',
            ...json({
              type: 'array',
              items: { type: 'object', properties: { id: { type: 'integer' }, text: { type: 'string' } } },
            }),
          },
          404: problem('None.'),
        },
      },
      post: {
        requestBody: {
          required: true,
          ...json({ type: 'object', required: ['text'], properties: { text: { type: 'string' } } }),
        },
        responses: {
          201: {
            description: 'Made.',
            ...json({
              type: 'object',
              required: ['id'],
              properties: { id: { type: 'integer', minimum: 1 }, text: { type: 'string' } },
            }),
          },
          404: problem('None.'),
        },
      },
    },
    '/jobs': {
      post: {
        requestBody: { required: true, ...json({ type: 'object' }) },
        responses: {
          202: {
            description: 'Under way.',
            headers: { Location: { required: true, schema: { type: 'string' } } },
            ...json({
              $ref: '#/paths/~1jobs~1%7BjobId%7D/get/responses/200/content/application~1json/schema',
            }),
          },
        },
      },
    },
    '/jobs/{jobId}': {
      get: {
        parameters: [{ name: 'jobId', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: {
          200: {
            description: 'It.',
            ...json({
              type: 'object',
              required: ['id', 'status'],
              properties: { id: { type: 'integer' }, status: { type: 'string', enum: ['queued', 'done'] } },
            }),
          },
        },
      },
    },
    '/plans': {
      get: {
        responses: {
          200: {
            description: 'All.',
            ...json({
              type: 'array',
              items: {
                type: 'object',
                required: ['id'],
                properties: { id: { type: 'integer', minimum: 1 } },
              },
            }),
          },
        },
      },
    },
    '/plans/{planId}': {
      get: {
        security: [{ key: [], login: [] }, {}],
        parameters: [{ name: 'planId', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: {
          200: {
            description: 'It.',
            ...json({ type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }),
          },
          401: problem('Who?'),
        },
      },
    },
    '/plans/best': {
      get: {
        security: [],
        responses: {
          200: {
            description: 'One.',
            ...json({
              type: 'object',
              required: ['name'],
              properties: { name: { type: 'string', examples: ['Gold'] } },
            }),
          },
        },
      },
    },
    '/settings': {
      get: {
        responses: {
          200: {
            description: 'They.',
            ...json({ type: 'object', properties: { theme: { type: 'string', enum: ['dark', 'light'] } } }),
          },
        },
      },
      put: {
        requestBody: {
          required: true,
          ...json({ type: 'object', properties: { theme: { type: 'string' } } }),
        },
        responses: { 204: { description: 'Kept.' } },
      },
    },
  },
};

const { model } = await readDocument({ name: 'notes.json', text: JSON.stringify(document), validate: false });
const fresh = (): Twin => createTwin(model, { now: () => Date.parse('2026-05-04T03:02:01Z') });

interface Send {
  body?: Json | string;
  query?: string;
  headers?: Record<string, string>;
}

/** Sends a request as the main user and reads the answer. */
function send(twin: Twin, call: string, { body, query = '', headers = {} }: Send = {}) {
  const [method = '', path = ''] = call.split(' ');
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const answer = twin.answer({
    method,
    path,
    query,
    headers: {
      authorization: 'Bearer twin-token',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: new TextEncoder().encode(text),
  });
  const isJson = answer.headers['content-type']?.includes('json') && typeof answer.body === 'string';
  return { ...answer, json: isJson ? JSON.parse(String(answer.body)) : undefined };
}

const made = (twin: Twin, more: object = {}) =>
  send(twin, 'POST /notes', { body: { title: 'Milk', ...more } });

describe('the twin', () => {
  it('keeps what is made: defaults applied, what only the server sets made up, secrets not shown', () => {
    const twin = fresh();
    const answer = made(twin, { secret: 'x', createdAt: '1999-01-01T00:00:00Z' });
    expect(answer).toMatchObject({ status: 201, headers: { location: `/notes/${answer.json.id}` } });
    expect(answer.json).toEqual({
      title: 'Milk',
      colour: 'red',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      createdAt: '2026-05-04T03:02:01.000Z',
    });
    expect(send(twin, `GET /notes/${answer.json.id}`).json).toEqual(answer.json);
    expect(send(twin, `GET /v1/notes/${answer.json.id}`).json).toEqual(answer.json);
    expect(send(twin, `GET /notes/${answer.json.id.toUpperCase()}`).status).toBe(200);
    expect(send(twin, 'GET /notes').json).toEqual({ items: [answer.json], next: null, total: 1 });
  });

  it('makes the same things for the same seed', () => {
    expect(made(fresh()).json).toEqual(made(fresh()).json);
  });

  it('refuses what must not be there twice', () => {
    const twin = fresh();
    expect(made(twin, { code: 'A' }).status).toBe(201);
    expect(made(twin, { code: 'A', title: 'Other' })).toMatchObject({ status: 409, json: { code: 409 } });
    expect(made(twin, { code: 'B' }).status).toBe(201);
  });

  it('filters, orders and pages, and says how the next page is asked for', () => {
    const twin = fresh();
    for (const title of ['b', 'c', 'a']) made(twin, { title, colour: title === 'a' ? 'blue' : 'red' });
    const titles = (query: string) =>
      send(twin, 'GET /notes', { query }).json.items.map(({ title }: { title: string }) => title);
    expect(titles('')).toEqual(['a', 'c']);
    expect(titles('limit=9')).toEqual(['a', 'c', 'b']);
    expect(titles('colour=red&limit=9')).toEqual(['c', 'b']);
    expect(titles('sort=title&limit=9')).toEqual(['a', 'b', 'c']);
    expect(titles('sort=-title')).toEqual(['c', 'b']);
    const { next } = send(twin, 'GET /notes', { query: 'sort=title' }).json;
    expect(titles(`sort=title&cursor=${next}`)).toEqual(['c']);
    expect(send(twin, 'GET /notes', { query: 'cursor=mine' }).status).toBe(400);
  });

  it('replaces the whole, and only the state that the client names', () => {
    const twin = fresh();
    const first = made(twin, { colour: 'blue', code: 'A' }).json;
    const path = `/notes/${first.id}`;
    const { etag = '' } = send(twin, `GET ${path}`).headers;
    const put = (headers: Record<string, string>) =>
      send(twin, `PUT ${path}`, { body: { title: 'Tea' }, headers });
    expect(put({}).status).toBe(428);
    expect(put({ 'if-match': '"other"' }).status).toBe(412);
    expect(put({ 'if-match': etag }).json).toEqual({
      ...first,
      title: 'Tea',
      colour: 'red',
      code: undefined,
    });
    expect(put({ 'if-match': etag }).status).toBe(412);
    expect(send(twin, `GET ${path}`, { headers: { 'if-none-match': etag } }).status).toBe(200);
    const now = send(twin, `GET ${path}`).headers['etag'] ?? '';
    expect(send(twin, `GET ${path}`, { headers: { 'if-none-match': now } })).toMatchObject({
      status: 304,
      body: undefined,
    });
  });

  it('changes what a patch names', () => {
    const twin = fresh();
    const first = made(twin, { code: 'A', remark: 'old' }).json;
    const patch = (body: Json, mediaType: string) =>
      send(twin, `PATCH /notes/${first.id}`, { body, headers: { 'content-type': mediaType } });
    const merged = patch({ title: 'Tea', remark: null, code: null }, 'application/merge-patch+json');
    const { code: _, ...rest } = first;
    expect(merged.json).toEqual({ ...rest, title: 'Tea', remark: null });
    const steps = [
      { op: 'test', path: '/title', value: 'Tea' },
      { op: 'replace', path: '/title', value: 'Rice' },
      { op: 'add', path: '/remark', value: 'new' },
    ];
    expect(patch(steps, 'application/json-patch+json').json).toMatchObject({ title: 'Rice', remark: 'new' });
    expect(patch(steps, 'application/json-patch+json').status).toBe(422);
  });

  it('removes a thing with what stands under it', () => {
    const twin = fresh();
    const { id: first } = made(twin).json;
    const comment = send(twin, `POST /notes/${first}/comments`, { body: { text: 'Fine.' } });
    expect(comment).toMatchObject({ status: 201, json: { text: 'Fine.' } });
    expect(send(twin, `GET /notes/${first}/comments`).json).toEqual([comment.json]);
    const { id: second } = made(twin, { title: 'Tea' }).json;
    expect(send(twin, `GET /notes/${second}/comments`).json).toEqual([]);
    expect(send(twin, `DELETE /notes/${first}`)).toMatchObject({ status: 204, body: undefined });
    expect(send(twin, `DELETE /notes/${first}`).status).toBe(404);
    expect(send(twin, `GET /notes/${first}`).status).toBe(410);
    expect(send(twin, `GET /notes/${first}/comments`).status).toBe(404);
    expect(send(twin, 'GET /notes/00000000-0000-4000-8000-000000000000').status).toBe(404);
  });

  it('checks who asks before anything else', () => {
    const twin = fresh();
    const as = (authorization: string) => send(twin, 'POST /notes', { body: {}, headers: { authorization } });
    expect(as('')).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer realm="twin"' } });
    for (const wrong of ['Bearer', 'Bearer no', 'Basic twin-token']) expect(as(wrong).status).toBe(401);
    expect(as('Bearer twin-readonly-token').status).toBe(403);
    expect(as('Bearer twin-other-token').status).toBe(422);
  });

  it('wants all schemes of one alternative, or none where they are optional', () => {
    const twin = fresh();
    const [first] = send(twin, 'GET /plans').json;
    const basic = `Basic ${btoa('twin:twin-password')}`;
    const status = (query: string, authorization: string) =>
      send(twin, `GET /plans/${first.id}`, { query, headers: { authorization } }).status;
    expect(status('api_key=twin-key', basic)).toBe(200);
    expect(status('', '')).toBe(200);
    expect(status('api_key=twin-key', '')).toBe(401);
    expect(status('', basic)).toBe(401);
  });

  it('refuses bodies as the document says: media type, text, schema', () => {
    const twin = fresh();
    const status = (body: string, type: string) =>
      send(twin, 'POST /notes', { body, headers: { 'content-type': type } }).status;
    expect(status('title', 'text/plain')).toBe(415);
    expect(status('{"title":"a"}', 'application/json; charset=latin1')).toBe(415);
    expect(status('{"title":', 'application/json')).toBe(422);
    expect(status('', 'application/json')).toBe(422);
    expect(status('{"title":"more than twenty letters"}', 'application/json')).toBe(422);
    expect(status('['.repeat(100_000), 'application/json')).toBe(422);
    expect(send(twin, 'POST /notes', { body: {} }).json).toEqual({ code: 422, message: 'lacks title' });
  });

  it('gives any documented answer that the client prefers', () => {
    const twin = fresh();
    const prefer = (code: string) => send(twin, 'POST /notes', { headers: { prefer: `code=${code}` } });
    expect(prefer('409')).toMatchObject({
      status: 409,
      json: { code: 409 },
      headers: { 'preference-applied': 'code=409' },
    });
    expect(prefer('201')).toMatchObject({ status: 201, json: { title: expect.any(String) } });
    expect(prefer('418').status).toBe(422);
    expect(send(twin, 'GET /notes').json.total).toBe(0);
  });

  it('knows the most concrete path, HEAD, OPTIONS, and the methods that a path has not', () => {
    const twin = fresh();
    expect(send(twin, 'GET /plans/best').json).toEqual({ name: 'Gold' });
    expect(send(twin, 'HEAD /plans/best')).toMatchObject({ status: 200, body: undefined });
    expect(send(twin, 'OPTIONS /notes')).toMatchObject({
      status: 204,
      headers: { allow: 'GET, POST, HEAD, OPTIONS' },
    });
    expect(send(twin, 'DELETE /notes')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, POST, HEAD, OPTIONS' },
      json: { code: 405 },
    });
    expect(send(twin, 'GET /nothing').status).toBe(404);
    expect(send(twin, 'GET /plans/%ff', { headers: { authorization: '' } }).status).toBe(400);
  });

  it('shows what cannot be made from the beginning, and nothing else', () => {
    const twin = fresh();
    const plans = send(twin, 'GET /plans').json;
    expect(plans).toHaveLength(3);
    expect(send(twin, `GET /plans/${plans[1].id}`, { headers: { authorization: '' } }).json).toEqual(
      plans[1],
    );
    expect(send(twin, 'GET /plans/999', { headers: { authorization: '' } }).status).toBe(404);
  });

  it('is done with what it accepted after a while', () => {
    const twin = fresh();
    const accepted = send(twin, 'POST /jobs', { body: {} });
    expect(accepted).toMatchObject({ status: 202, json: { status: 'queued' } });
    const states = [1, 2, 3].map(() => send(twin, `GET ${accepted.headers['location']}`).json.status);
    expect(states).toEqual(['queued', 'queued', 'done']);
  });

  it('keeps a document that is put', () => {
    const twin = fresh();
    for (const theme of ['light', 'dark']) {
      expect(send(twin, 'PUT /settings', { body: { theme } }).status).toBe(204);
      expect(send(twin, 'GET /settings').json).toEqual({ theme });
    }
  });

  it('forgets everything when it is told to', () => {
    const twin = fresh();
    made(twin);
    expect(send(twin, `GET ${resetPath}`).status).toBe(405);
    expect(send(twin, `POST ${resetPath}`).status).toBe(204);
    expect(send(twin, 'GET /notes').json.total).toBe(0);
  });
});
