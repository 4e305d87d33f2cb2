import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { apiWith, generateFrom, jsonBody } from '../generate';
import { pythonForTests, runPytest } from '../pytest';

import { writeSuite } from './write-suite';

const found = await pythonForTests();
if ('missing' in found) process.stderr.write(`${found.missing}\n`);

const text = { type: 'string' };
const loan = { type: 'object', required: ['id', 'memberId'], properties: { id: text, memberId: text } };
const document = apiWith({
  '/loans': {
    post: {
      operationId: 'createLoan',
      requestBody: jsonBody({
        type: 'object',
        required: ['memberId'],
        properties: { memberId: { ...text, maxLength: 20 }, note: { ...text, maxLength: 50 } },
      }),
      responses: {
        201: { description: 'made', content: { 'application/json': { schema: loan } } },
        422: { description: 'refused' },
      },
    },
  },
});

/** Lends to the member `m-1` only: no operation of the document creates members. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const say = (status: number, body?: object, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body && JSON.stringify(body));
  };
  if (request.url !== '/loans') return say(404);
  if (request.method !== 'POST') return say(405, undefined, { allow: 'POST' });
  if (request.headers['content-type'] !== 'application/json') return say(415);
  let body: unknown;
  try {
    body = JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return say(422);
  }
  if (typeof body !== 'object' || body === null || !('memberId' in body)) return say(422);
  const note = 'note' in body ? body.note : '';
  const isSound = body.memberId === 'm-1' && typeof note === 'string' && note.length <= 50;
  return isSound ? say(201, { id: 'l-1', memberId: 'm-1' }) : say(422);
}

describe.skipIf('missing' in found)('a body that names what nothing creates', () => {
  const python = 'python' in found ? found.python : '';
  let folder = '';
  let server: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'named-things-'));
    await writeSuite(folder, (await generateFrom(document)).files);
    server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const run = (more: Record<string, string>) => {
    const { port } = server.address() as AddressInfo;
    return runPytest(python, { folder, environment: { API_BASE_URL: `http://127.0.0.1:${port}`, ...more } });
  };

  it('makes no false alarm: tests are skipped and say which variable they need', async () => {
    const report = await run({});
    expect(report.failed).toEqual([]);
    const reasons = report.skipped.filter(({ name }) => name.includes('accepts_a_full_body'));
    expect(reasons[0]?.reason).toContain('set API_SAMPLE_MEMBER_ID to an existing id');
  });

  it('is tested in full once the environment names one', async () => {
    const report = await run({ API_SAMPLE_MEMBER_ID: 'm-1' });
    expect(report.failed).toEqual([]);
    expect(report.passed.some((name) => name.includes('accepts_a_full_body'))).toBe(true);
    expect(report.passed.some((name) => name.includes('rejects_note_longer_than_50'))).toBe(true);
  });
});
