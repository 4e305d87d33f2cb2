import { describe, expect, it } from 'vitest';

import type { Json } from '../../json';
import type { Parameter } from '../../openapi/model';
import { readDocument } from '../../openapi/read-document';
import { createWorld } from '../world';

import { cookiePairs, formPairs, Malformed } from './pairs';
import { readParameters } from './read-parameters';

const list = { type: 'array', items: { type: 'string' } };
const object = { type: 'object', properties: { role: { type: 'string' }, age: { type: 'integer' } } };

interface Sent {
  path?: string;
  query?: string;
  cookie?: string;
  header?: string;
}

async function read(parameter: object, sent: Sent) {
  const full = { name: 'color', in: 'query', schema: { type: 'string' }, ...parameter };
  const isPath = 'in' in full && String(full.in) === 'path';
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Styles', version: '1' },
    paths: {
      [isPath ? '/things/{color}' : '/things']: {
        get: {
          parameters: [{ ...full, ...(isPath && { required: true }) }],
          responses: { 200: { description: 'Fine.' } },
        },
      },
    },
  });
  const { model } = await readDocument({ name: 'api.json', text, validate: false });
  const world = createWorld(model, { now: () => 0 });
  const [operation] = model.operations;
  if (!operation) throw new Error('no operation');
  const request = {
    path: { color: sent.path ?? '' },
    query: formPairs(sent.query ?? ''),
    cookies: cookiePairs(sent.cookie ?? ''),
    headers: sent.header === undefined ? {} : { color: sent.header },
  };
  const { values, breaches } = readParameters(operation, request, world.reader, world.validator);
  const byName = new Map([...values].map(([{ name }, value]: [Parameter, Json]) => [name, value]));
  return { value: byName.get('color'), breaches: breaches.map(({ message }) => message) };
}

/** OpenAPI 3.1, "Style Examples". */
const cases: [string, object, Sent, Json][] = [
  ['form, exploded list', { schema: list }, { query: 'color=blue&color=black' }, ['blue', 'black']],
  [
    'form, joined list',
    { schema: list, explode: false },
    { query: 'color=blue,bl%2Cack' },
    ['blue', 'bl,ack'],
  ],
  ['form, exploded object', { schema: object }, { query: 'role=admin&age=7' }, { role: 'admin', age: 7 }],
  [
    'form, joined object',
    { schema: object, explode: false },
    { query: 'color=role,admin,age,7' },
    { role: 'admin', age: 7 },
  ],
  [
    'spaceDelimited',
    { schema: list, style: 'spaceDelimited', explode: false },
    { query: 'color=blue%20black' },
    ['blue', 'black'],
  ],
  [
    'pipeDelimited',
    { schema: list, style: 'pipeDelimited', explode: false },
    { query: 'color=blue%7Cblack' },
    ['blue', 'black'],
  ],
  [
    'deepObject',
    { schema: object, style: 'deepObject' },
    { query: 'color[role]=admin&color%5Bage%5D=7' },
    { role: 'admin', age: 7 },
  ],
  [
    'content',
    { schema: undefined, content: { 'application/json': { schema: object } } },
    { query: 'color=%7B%22age%22%3A7%7D' },
    { age: 7 },
  ],
  ['simple list', { in: 'path', schema: list }, { path: 'blue,black' }, ['blue', 'black']],
  ['simple object', { in: 'path', schema: object }, { path: 'role,admin,age,7' }, { role: 'admin', age: 7 }],
  [
    'simple exploded object',
    { in: 'path', schema: object, explode: true },
    { path: 'role=admin,age=7' },
    { role: 'admin', age: 7 },
  ],
  ['label list', { in: 'path', schema: list, style: 'label' }, { path: '.blue,black' }, ['blue', 'black']],
  [
    'label exploded list',
    { in: 'path', schema: list, style: 'label', explode: true },
    { path: '.blue.black' },
    ['blue', 'black'],
  ],
  ['matrix text', { in: 'path', style: 'matrix' }, { path: ';color=blue' }, 'blue'],
  [
    'matrix list',
    { in: 'path', schema: list, style: 'matrix' },
    { path: ';color=blue,black' },
    ['blue', 'black'],
  ],
  [
    'matrix exploded list',
    { in: 'path', schema: list, style: 'matrix', explode: true },
    { path: ';color=blue;color=black' },
    ['blue', 'black'],
  ],
  [
    'matrix exploded object',
    { in: 'path', schema: object, style: 'matrix', explode: true },
    { path: ';role=admin;age=7' },
    { role: 'admin', age: 7 },
  ],
  ['header list', { in: 'header', schema: list }, { header: 'blue, black' }, ['blue', 'black']],
  [
    'header exploded object',
    { in: 'header', schema: object, explode: true },
    { header: 'role=admin,age=7' },
    { role: 'admin', age: 7 },
  ],
  ['cookie', { in: 'cookie', schema: { type: 'integer' } }, { cookie: 'other=1; color=7' }, 7],
  ['a text that looks like a number', {}, { query: 'color=7' }, '7'],
  [
    'a number or a text',
    { schema: { anyOf: [{ type: 'integer' }, { type: 'string' }] } },
    { query: 'color=7' },
    7,
  ],
  ['a truth value', { schema: { type: 'boolean' } }, { query: 'color=true' }, true],
  [
    'a list or a text',
    { schema: { oneOf: [{ type: 'string', maxLength: 3 }, list] }, explode: false },
    { query: 'color=blue,red' },
    ['blue', 'red'],
  ],
];

describe('parameters', () => {
  it.each(cases)('are read in the style %s', async (_, parameter, sent, value) => {
    expect(await read(parameter, sent)).toEqual({ value, breaches: [] });
  });

  it('say what is wrong with them', async () => {
    expect(await read({ required: true }, {})).toEqual({ value: undefined, breaches: ['is missing'] });
    expect(await read({}, { query: 'color=a&color=b' })).toMatchObject({
      breaches: ['is given more than once'],
    });
    const limit = { schema: { type: 'integer', maximum: 9 } };
    expect(await read(limit, { query: 'color=10' })).toMatchObject({ breaches: ['breaks maximum 9'] });
    expect(await read(limit, { query: 'color=ten' })).toMatchObject({ breaches: ['breaks type'] });
  });

  it('may be empty where the document allows it', async () => {
    const flag = { schema: { type: 'boolean' } };
    expect(await read({ ...flag, allowEmptyValue: true }, { query: 'color=' })).toMatchObject({
      breaches: [],
    });
    expect(await read(flag, { query: 'color=' })).not.toMatchObject({ breaches: [] });
  });

  it('must be percent-encoded UTF-8', () => {
    expect(() => formPairs('%ff=1')).toThrow(Malformed);
  });
});
