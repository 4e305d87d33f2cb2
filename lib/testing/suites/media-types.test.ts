import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { apiWith, generateFrom } from '../generate';
import { pythonForTests, runPytest } from '../pytest';

import { writeSuite } from './write-suite';

const found = await pythonForTests();
if ('missing' in found) process.stderr.write(`${found.missing}\n`);

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const file = { type: 'string', format: 'binary' };
const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });
const anything = "a b,c%d/ü~茶&e=f+g'<h>";

/** A body of one media type with one documented example, which suites send as it is. */
const bodies: Record<string, { mediaType: string; schema?: object; encoding?: object; example?: unknown }> = {
  form: {
    mediaType: 'application/x-www-form-urlencoded',
    schema: object({ line: text, list: texts, inner: object({ a: { type: 'integer' } }) }),
    example: { line: anything, list: ['a,b', 'c d'], inner: { a: 1 } },
  },
  styledForm: {
    mediaType: 'application/x-www-form-urlencoded',
    schema: object({ pipes: texts, commas: texts, deep: object({ R: text }), flat: object({ G: text }) }),
    encoding: {
      pipes: { style: 'pipeDelimited', explode: false },
      commas: { style: 'form', explode: false },
      deep: { style: 'deepObject', explode: true },
      flat: { style: 'form', explode: true },
    },
    example: { pipes: ['a', 'b'], commas: ['c', 'd'], deep: { R: '1 2' }, flat: { G: '3' } },
  },
  multipart: {
    mediaType: 'multipart/form-data',
    schema: object({
      line: text,
      list: texts,
      inner: object({ a: { type: 'integer' } }),
      table: text,
      photo: file,
      papers: { type: 'array', items: file, minItems: 2 },
    }),
    encoding: {
      table: { contentType: 'text/csv' },
      photo: {
        contentType: 'image/png, image/jpeg',
        headers: { 'X-Page': { required: true, schema: { type: 'integer', enum: [7] } } },
      },
      papers: { contentType: 'application/pdf' },
    },
    example: {
      line: anything,
      list: ['a', 'b'],
      inner: { a: 1 },
      table: 'x;y',
      photo: 'any',
      papers: ['one', 'two'],
    },
  },
  xml: {
    mediaType: 'application/xml',
    schema: object(
      {
        id: { type: 'integer', xml: { attribute: true } },
        line: { ...text, xml: { name: 'Line' } },
        mark: { ...text, xml: { prefix: 'smp', namespace: 'https://example.com/smp' } },
        open: { type: 'array', items: { ...text, xml: { name: 'one' } }, xml: { name: 'ignored' } },
        closed: {
          type: 'array',
          items: { ...text, xml: { name: 'one' } },
          xml: { name: 'all', wrapped: true },
        },
        bare: { ...texts, xml: { wrapped: true } },
        inner: object({ yes: { type: 'boolean' } }),
      },
      { xml: { name: 'Thing', namespace: 'https://example.com/a' } },
    ),
    example: {
      id: 7,
      line: anything,
      mark: 'm',
      open: ['a', 'b'],
      closed: ['c'],
      bare: ['d'],
      inner: { yes: true },
    },
  },
  vendor: { mediaType: 'application/vnd.thing+json', schema: object({ a: text }), example: { a: anything } },
  plain: { mediaType: 'text/plain', schema: { ...text, minLength: 3 }, example: anything },
  bytes: { mediaType: 'application/octet-stream', schema: file },
  picture: { mediaType: 'image/png' },
  paper: { mediaType: 'application/pdf' },
};

interface Seen {
  type: string;
  bytes: Buffer;
}

describe.skipIf('missing' in found)('bodies that suites send', () => {
  const python = 'python' in found ? found.python : '';
  const seen = new Map<string, Seen>();
  let folder = '';
  let server: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'media-'));
    const paths = Object.entries(bodies).map(([id, { mediaType, ...media }]) => {
      const requestBody = { required: true, content: { [mediaType]: media } };
      return [`/${id}`, { post: { operationId: id, requestBody, responses: { 204: { description: 'a' } } } }];
    });
    const { files } = await generateFrom(apiWith(Object.fromEntries(paths)));
    await writeSuite(folder, files);
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const type = request.headers['content-type'] ?? '';
        seen.set((request.url ?? '').slice(1), { type, bytes: Buffer.concat(chunks) });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const environment = { API_BASE_URL: `http://127.0.0.1:${String(port)}` };
    const report = await runPytest(python, { folder, environment, args: ['-k', 'accepts_a_full_body'] });
    expect(report.failed).toEqual([]);
    expect(report.passed).toHaveLength(Object.keys(bodies).length);
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const bodyOf = (id: string): Seen => {
    const body = seen.get(id);
    if (!body) throw new Error(`Nothing was sent to ${id}.`);
    return body;
  };
  const fieldsOf = async (id: string): Promise<FormData> => {
    const { type, bytes } = bodyOf(id);
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  };

  it('a form repeats the name of a list and writes an object as JSON', async () => {
    expect(bodyOf('form').type).toBe('application/x-www-form-urlencoded');
    expect([...(await fieldsOf('form'))]).toEqual([
      ['line', anything],
      ['list', 'a,b'],
      ['list', 'c d'],
      ['inner', '{"a":1}'],
    ]);
  });

  it('a form follows its encoding', async () => {
    expect([...(await fieldsOf('styledForm'))]).toEqual([
      ['pipes', 'a|b'],
      ['commas', 'c,d'],
      ['deep[R]', '1 2'],
      ['G', '3'],
    ]);
  });

  it('a multipart body has fields, JSON parts and files', async () => {
    const fields = await fieldsOf('multipart');
    expect([fields.get('line'), fields.getAll('list')]).toEqual([anything, ['a', 'b']]);
    const files = ['photo', 'papers'].flatMap((name) => fields.getAll(name));
    expect(files.map((each) => (typeof each === 'string' ? each : [each.name, each.type]))).toEqual([
      ['file.png', 'image/png'],
      ['file.pdf', 'application/pdf'],
      ['file.pdf', 'application/pdf'],
    ]);
    const raw = bodyOf('multipart').bytes.toString('latin1');
    expect(raw).toMatch(/name="inner"\r\nContent-Type: application\/json\r\n\r\n\{"a":1\}/);
    expect(raw).toMatch(/name="table"\r\nContent-Type: text\/csv\r\n\r\nx;y/);
    expect(raw).toMatch(/name="photo"; filename="file\.png"[^]*?X-Page: 7\r\n\r\n\x89PNG/);
  });

  it('XML follows the XML Object', () => {
    expect(bodyOf('xml').type).toBe('application/xml');
    expect(bodyOf('xml').bytes.toString()).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?><Thing xmlns="https://example.com/a" id="7">',
        "<Line>a b,c%d/ü~茶&amp;e=f+g'&lt;h&gt;</Line>",
        '<smp:mark xmlns:smp="https://example.com/smp">m</smp:mark>',
        '<one>a</one><one>b</one><all><one>c</one></all><bare><bare>d</bare></bare>',
        '<inner><yes>true</yes></inner></Thing>',
      ].join(''),
    );
  });

  it('JSON of a vendor, plain text and files are sent under their names', () => {
    expect(bodyOf('vendor')).toEqual({
      type: 'application/vnd.thing+json',
      bytes: Buffer.from(JSON.stringify({ a: anything }).replace('":"', '": "')),
    });
    expect(bodyOf('plain').bytes.toString()).toBe(anything);
    expect(bodyOf('bytes').bytes.length).toBeGreaterThan(0);
    expect(bodyOf('picture').bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bodyOf('paper').bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(['plain', 'bytes', 'picture', 'paper'].map((id) => bodyOf(id).type)).toEqual([
      'text/plain',
      'application/octet-stream',
      'image/png',
      'application/pdf',
    ]);
  });
});
