import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serialise } from '../../core/generator/plan/serialise';
import { expressionLayout } from '../../core/generator/view/expression-layout';
import type { Json } from '../../core/json';
import type { Parameter, ParameterLocation, ParameterStyle } from '../../core/openapi/model';
import { formatPython } from '../../platform/python/ruff';
import { apiWith, generateFrom } from '../generate';
import { pythonForTests, runPytest } from '../pytest';
import { readParameter, type RawRequest, type Shape } from '../wire/read-parameter';

import { writeSuite } from './write-suite';

const found = await pythonForTests();
if ('missing' in found) process.stderr.write(`${found.missing}\n`);

interface Row {
  parameter: Parameter;
  shape: Shape;
  value: Json;
}

const anything = "a b,c%d/ü~茶&e=f+g'";
const plainText = 'a-b.c_d';
/** What a header or a cookie without escapes can hold, and no delimiter in it. */
const octets = 'a:b%20c/d';

/** Values whose texts hold everything but the style's own delimiter, which no reader could tell from it. */
function valueOf(shape: Shape, text: string): Json {
  if (shape === 'text') return text;
  return shape === 'list' ? ['blue', text, '7'] : { R: '100', G: text };
}

function rows(place: ParameterLocation, styles: ParameterStyle[], text: string, shapes: Shape[]): Row[] {
  return styles.flatMap((style) =>
    [false, true].flatMap((explode) =>
      shapes.map((shape) => ({
        parameter: {
          name: 'color',
          in: place,
          required: true,
          deprecated: false,
          style,
          explode,
          allowReserved: false,
          allowEmptyValue: false,
          schema: true,
          examples: [],
          source: { file: '', pointer: '' },
        },
        shape,
        value: valueOf(shape, text),
      })),
    ),
  );
}

const all: Shape[] = ['text', 'list', 'object'];
const delimited = rows('query', ['spaceDelimited', 'pipeDelimited', 'tabDelimited'], 'a,ü%茶', [
  'list',
  'object',
]);
const reserved = rows('query', ['form', 'deepObject'], "/a?b:c@d!e$f'(g)*100%", all).map((row) => ({
  ...row,
  parameter: { ...row.parameter, allowReserved: true },
}));
const table: Row[] = [
  ...rows('path', ['simple'], anything, all),
  // A full stop parts what the style label explodes.
  ...rows('path', ['label'], anything.replace('.', ''), all),
  ...rows('path', ['matrix'], anything, all),
  ...rows('query', ['form'], anything, all),
  ...delimited.filter(({ parameter, shape }) => !parameter.explode || shape === 'list'),
  ...rows('query', ['deepObject'], anything, ['object']),
  ...reserved.filter(({ parameter, shape }) => parameter.style === 'form' || shape === 'object'),
  ...rows('header', ['simple'], octets, all),
  ...rows('cookie', ['form'], anything, all),
  ...rows('cookie', ['cookie'], octets, all),
  ...rows('path', ['simple'], plainText, all),
];

const name = ({ parameter, shape }: Row): string =>
  `${parameter.in} ${parameter.style} explode ${String(parameter.explode)} ${shape}`;

/** One Python function that sends each row as tests do. */
function scriptOf(): string {
  const calls = table.map(({ parameter, value }, index) => {
    const part = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' }[parameter.in];
    const entries = serialise(parameter, value);
    const content = expressionLayout({ kind: 'object', entries }).flat;
    const path = parameter.in === 'path' ? `/${String(index)}/{color}` : `/${String(index)}/x`;
    return `    api.get("${path}", ${part}=${content})`;
  });
  return formatPython(['from api_client import *', '', '', 'def test_all(api):', ...calls, ''].join('\n'));
}

describe.skipIf('missing' in found)('parameters that suites send', () => {
  const python = 'python' in found ? found.python : '';
  const seen = new Map<number, RawRequest>();
  let folder = '';
  let server: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'styles-'));
    const { files } = await generateFrom(
      apiWith({ '/a': { get: { responses: { 200: { description: 'a' } } } } }),
    );
    await writeSuite(
      folder,
      files.filter(({ kind }) => kind === 'support'),
    );
    await writeFile(join(folder, 'test_styles.py'), scriptOf());
    server = createServer((request, response) => {
      const [, path = '', query = ''] = /^([^?]*)\??(.*)$/.exec(request.url ?? '') ?? [];
      const [, index, segment = ''] = path.split('/');
      seen.set(Number(index), { segment, query, headers: request.headers });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const report = await runPytest(python, {
      folder,
      environment: { API_BASE_URL: `http://127.0.0.1:${String(port)}` },
    });
    expect(report.failed).toEqual([]);
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it.each(table.map((row, index) => ({ ...row, index, title: name(row) })))(
    '$title',
    ({ parameter, shape, value, index }) => {
      const request = seen.get(index);
      expect(request && readParameter(parameter, shape, request), JSON.stringify(request)).toEqual(value);
    },
  );

  it('leave reserved characters as they are where the document says so', () => {
    const index = table.findIndex(({ parameter, shape }) => parameter.allowReserved && shape === 'text');
    expect(seen.get(index)?.query).toBe("color=/a?b:c@d!e$f'(g)*100%25");
  });
});
