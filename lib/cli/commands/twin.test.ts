import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { expect, it } from 'vitest';

import { main } from '../main';

const binary = fileURLToPath(new URL('../bin.mjs', import.meta.url));
const shop = fileURLToPath(new URL('../../../public/sample/shop.openapi.yaml', import.meta.url));

it('serves a document, says where and as whom, logs requests, and ends with Ctrl-C', async () => {
  const running = execa(process.execPath, [binary, 'twin', shop, '--port', '0', '--token', 'mine'], {
    reject: false,
  });
  try {
    const [shown] = await once(running.stdout, 'data');
    const text = String(shown);
    expect(text).toContain('Lantern Tea Shop API 1.0.0: the twin of 18 operations');
    expect(text).toContain('API_TOKEN=mine\nAPI_KEY=twin-key\nAPI_TOKEN_READONLY=');
    expect(text).not.toContain('API_USERNAME');
    const url = /API_BASE_URL=(\S+)/.exec(text)?.[1] ?? '';
    const made = await fetch(`${url}/categories`, {
      method: 'POST',
      headers: { authorization: 'Bearer mine', 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Green tea', slug: 'green-tea' }),
    });
    expect(made.status).toBe(201);
    expect(await (await fetch(`${url}/categories?limit=5`)).json()).toMatchObject({ total: 1, limit: 5 });
  } finally {
    running.kill('SIGINT');
  }
  const { exitCode, stderr } = await running;
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/^201 POST \/categories [\d.]+ ms\n200 GET \/categories\?limit=5 [\d.]+ ms$/);
});

it('says what is wrong with its arguments', async () => {
  expect(await main(['twin', shop, '--port', 'many'])).toBe(1);
  expect(await main(['twin', 'nowhere.yaml'])).toBe(1);
});
