import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { webhookCommand } from './webhook-command';

import { signatureModes } from '#lib/core/connections';
import { verifySignature } from '#lib/features/webhooks/verify-signature';

const missing = ['bash', 'openssl', 'curl', 'od'].filter((tool) => spawnSync('which', [tool]).status !== 0);
const document = '{"openapi":"3.1.0","info":{"title":"订单","version":"1"},"paths":{}}\n';

/** The command is run as people run it, and what arrives is verified as the webhook does. */
describe.skipIf(missing.length > 0)(`webhookCommand (needs ${missing.join(', ') || 'nothing more'})`, () => {
  let directory: string;
  let server: Server;
  let url: string;
  let received: { headers: Record<string, string>; body: Buffer } | undefined;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ai-test-gen-command-'));
    await writeFile(join(directory, 'openapi.json'), document);
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
        received = { headers: Object.fromEntries(headers), body: Buffer.concat(chunks) };
        response.writeHead(202).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/webhook/apifox?c=key`;
  });
  afterAll(async () => {
    server.close();
    await rm(directory, { recursive: true });
  });

  it.each(signatureModes)('signs as %s is verified', async (mode) => {
    const secret =
      mode === 'standard-webhooks'
        ? `whsec_${Buffer.alloc(32, 5).toString('base64')}`
        : 'a secret of the tests';
    await promisify(execFile)('bash', ['-c', webhookCommand(mode, url)], {
      cwd: directory,
      env: { ...process.env, NO_PROXY: '*', WEBHOOK_SECRET: mode === 'bearer' ? 'a-secret' : secret },
    });
    expect(received?.body.toString('utf8')).toBe(document);
    const rule = { mode, secrets: [mode === 'bearer' ? 'a-secret' : secret], header: null };
    expect(
      verifySignature(received ?? { headers: {}, body: Buffer.alloc(0) }, rule, new Date()),
    ).toBeDefined();
    expect(
      verifySignature(
        received ?? { headers: {}, body: Buffer.alloc(0) },
        { ...rule, secrets: ['other'] },
        new Date(),
      ),
    ).toBeUndefined();
  });
});
