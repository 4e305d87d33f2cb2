import { createHmac } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { POST as shortPost } from '../../../webhook/apifox/route';

import { POST } from './route';

import { deliveriesPerMinute } from '#lib/features/webhooks/receive-delivery';
import { createConnection, testSecret } from '#lib/testing/connections';
import { openTestRuntime } from '#lib/testing/test-runtime';
import type { TestRuntime } from '#lib/testing/test-runtime';

const notice = JSON.stringify({ event: 'API_UPDATED', title: 'Pets', content: '所在项目：Pets' });

function call(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  query = '',
): Request {
  const signature = createHmac('sha256', testSecret).update(body).digest('hex');
  return new Request(`http://localhost/api/webhook/apifox${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json;charset=utf-8',
      'x-apifox-signature': `sha256=${signature}`,
      ...headers,
    },
    body,
  });
}

async function post(request: Request): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await POST(request);
  return { status: response.status, body: await response.json() };
}

describe('POST /api/webhook/apifox', () => {
  let test: TestRuntime;
  beforeEach(async () => {
    test = await openTestRuntime();
  });
  afterEach(() => test.close());

  it('stores the delivery and its job before it answers', async () => {
    const connection = await createConnection(test.db);
    const { status, body } = await post(call(notice, { 'x-request-id': 'request-1' }));
    expect(status).toBe(202);
    const delivery = await test.db.delivery.findUniqueOrThrow({ where: { id: String(body['deliveryId']) } });
    expect(delivery).toMatchObject({
      connectionId: connection.id,
      kind: 'notice',
      event: 'API_UPDATED',
      title: 'Pets',
      state: 'accepted',
      requestId: 'request-1',
      bodyBytes: Buffer.byteLength(notice),
    });
    expect(Buffer.from(delivery.body ?? []).toString()).toBe(notice);
    expect(await test.db.job.findMany()).toMatchObject([
      { name: 'delivery.process', payload: { deliveryId: delivery.id }, state: 'queued' },
    ]);
  });

  it('answers the same at the short address', async () => {
    await createConnection(test.db);
    expect((await shortPost(call(notice))).status).toBe(202);
  });

  it('answers a repeated body with the first delivery, also when both come at once', async () => {
    await createConnection(test.db);
    const answers = await Promise.all([post(call(notice)), post(call(notice)), post(call(notice))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 202]);
    expect(new Set(answers.map(({ body }) => body['deliveryId'])).size).toBe(1);
    expect(await test.db.job.count()).toBe(1);
  });

  it('takes the same body again after ten minutes', async () => {
    await createConnection(test.db);
    const first = await post(call(notice));
    await test.db.delivery.updateMany({ data: { receivedAt: new Date(Date.now() - 10 * 60_000 - 1000) } });
    const second = await post(call(notice));
    expect(second.status).toBe(202);
    expect(second.body['deliveryId']).not.toBe(first.body['deliveryId']);
  });

  it('takes the same body again when the first one could not be used', async () => {
    await createConnection(test.db);
    await post(call(notice));
    await test.db.delivery.updateMany({ data: { state: 'failed', error: 'No project to pull from.' } });
    expect((await post(call(notice))).status).toBe(202);
    expect(await test.db.job.count()).toBe(2);
  });

  it('serves the connection that the address names, with its own secret', async () => {
    await createConnection(test.db);
    const other = await createConnection(test.db, {
      key: 'pets',
      isDefault: false,
      signatureMode: 'bearer',
      secret: 'token',
    });
    expect((await post(call(notice, {}, '?c=pets'))).status).toBe(401);
    expect((await post(call(notice, { authorization: 'Bearer token' }, '?c=pets'))).status).toBe(202);
    expect(await test.db.delivery.findMany()).toMatchObject([{ connectionId: other.id }]);
  });

  it('learns the header of an Apifox signature from the first genuine event', async () => {
    await createConnection(test.db, { signatureMode: 'hmac-sha1', provider: 'apifox' });
    const sign = (text: string) => `sha1=${createHmac('sha1', testSecret).update(text).digest('hex')}`;
    expect((await post(call(notice, { 'x-forged': `sha1=${'0'.repeat(40)}` }))).status).toBe(401);
    expect((await post(call(notice, { 'x-apifox-sign': sign(notice) }))).status).toBe(202);
    expect(await test.db.connection.findFirst()).toMatchObject({ signatureHeader: 'x-apifox-sign' });
    expect(await test.db.auditEntry.findMany()).toMatchObject([
      { action: 'connection.learn-signature-header' },
    ]);
    const next = notice.replace('Pets', 'Dogs');
    expect((await post(call(next, { 'x-elsewhere': sign(next) }))).status).toBe(401);
  });

  const document = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: {} };
  const yamlType = { 'content-type': 'application/yaml' };
  it.each([
    ['a document as the body', JSON.stringify(document), {}, 'inline'],
    ['a document in an envelope', JSON.stringify({ api: 'pets', document }), {}, 'inline'],
    ['a document as text', JSON.stringify({ document: 'openapi: 3.1.0' }), {}, 'inline'],
    ['a document in YAML', 'openapi: 3.1.0\ninfo: {}\n', yamlType, 'inline'],
    ["a document's address", JSON.stringify({ documentUrl: 'https://example.com/api.json' }), {}, 'url'],
  ])('takes %s', async (_name, body, headers, kind) => {
    await createConnection(test.db);
    expect((await post(call(body, headers))).status).toBe(202);
    expect(await test.db.delivery.findFirst()).toMatchObject({ kind });
  });

  it.each([
    ['no JSON', 'hello', {}, /not JSON/],
    ['an empty body', '', {}, /not JSON/],
    ['an array', '[]', {}, /The body/],
    ['a notice without a title', JSON.stringify({ event: 'x', content: '' }), {}, /"title"/],
    ['an address that is none', JSON.stringify({ documentUrl: 'file:///etc/passwd' }), {}, /"documentUrl"/],
    ['YAML that is no document', 'a: 1', yamlType, /YAML/],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), {}, /UTF-8/],
  ])('answers 400 to %s and names the fault', async (_name, body, headers, message) => {
    await createConnection(test.db);
    const answer = await post(call(body, headers));
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', status: 400 } });
    expect(answer.body['detail']).toMatch(message);
    expect(await test.db.delivery.count()).toBe(0);
  });

  it('answers 401 with a problem document to a bad signature, before it looks at the body', async () => {
    await createConnection(test.db);
    const response = await POST(call('hello', { 'x-apifox-signature': 'sha256=00' }));
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const body: unknown = await response.json();
    expect(body).toMatchObject({ code: 'unauthenticated', requestId: response.headers.get('x-request-id') });
    expect(await post(call(notice, {}, '?c=unknown'))).toMatchObject({ status: 401 });
  });

  it('answers 410 for a deleted connection', async () => {
    await createConnection(test.db, { key: 'old', deletedAt: new Date() });
    expect(await post(call(notice, {}, '?c=old'))).toMatchObject({ status: 410, body: { code: 'gone' } });
  });

  const large = 'x'.repeat(300 * 1024);
  it.each([
    ['a notice over 256 KB', JSON.stringify({ event: 'x', title: 'y', content: large }), 413],
    ['deep nesting over 256 KB', '['.repeat(300 * 1024), 413],
    ['a document over 256 KB', JSON.stringify({ ...document, 'x-text': large }), 202],
    ['a document with its members sorted', JSON.stringify({ components: { a: large }, ...document }), 202],
  ])('answers %s by what arrives', async (_name, body, status) => {
    await createConnection(test.db);
    expect((await post(call(body))).status).toBe(status);
  });

  it('answers 413 to a document over 32 MB without reading on', async () => {
    await createConnection(test.db);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(Buffer.from(sent === 0 ? '{"openapi":"3.1.0","x":"' : 'x'.repeat(1024 * 1024)));
        sent += 1;
      },
    });
    const request = new Request('http://localhost/api/webhook/apifox', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    expect((await post(request)).status).toBe(413);
    expect(sent).toBeLessThan(40);
  });

  it('answers 429 with the seconds to wait when a connection floods', async () => {
    const { id: connectionId } = await createConnection(test.db);
    await test.db.delivery.createMany({
      data: Array.from({ length: deliveriesPerMinute }, (_, index) => ({
        connectionId,
        requestId: 'r',
        bodyHash: String(index),
        bodyBytes: 1,
        kind: 'notice',
        receivedAt: new Date(),
      })),
    });
    const response = await POST(call(notice));
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(50);
  });
});
