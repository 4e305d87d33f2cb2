import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { POST } from './route';

import { sendDocument } from '#lib/features/webhooks/send-document';
import { createConnection, testSecret } from '#lib/testing/connections';
import { openTestRuntime } from '#lib/testing/test-runtime';
import type { TestRuntime } from '#lib/testing/test-runtime';

let test: TestRuntime;
let server: Server;
let baseUrl = '';
beforeEach(async () => {
  test = await openTestRuntime();
  server = createServer((request, response) => {
    void buffer(request).then(async (body) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
      const url = `http://localhost${request.url ?? ''}`;
      const answer = await POST(new Request(url, { method: 'POST', headers, body: new Uint8Array(body) }));
      response.writeHead(answer.status).end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  baseUrl = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await test.close();
});

const document = 'openapi: 3.1.0\ninfo:\n  title: 商店\n  version: "1"\npaths: {}\n';

it('sends a document that the webhook takes', async () => {
  const { id } = await createConnection(test.db, { key: 'demo', isDefault: false });
  const push = {
    baseUrl,
    key: 'demo',
    secret: testSecret,
    document,
    contentType: 'application/yaml',
  } as const;
  const deliveryId = await sendDocument(push);
  expect(await test.db.delivery.findUnique({ where: { id: deliveryId } })).toMatchObject({
    connectionId: id,
    kind: 'inline',
    bodyBytes: Buffer.byteLength(document),
  });
  expect(await sendDocument(push)).toBe(deliveryId);
});

it('tells when the webhook does not take it', async () => {
  await createConnection(test.db, { key: 'demo', isDefault: false });
  const push = { baseUrl, key: 'demo', secret: 'wrong', document, contentType: 'application/yaml' } as const;
  await expect(sendDocument(push)).rejects.toMatchObject({ code: 'unavailable', details: { status: 401 } });
});
