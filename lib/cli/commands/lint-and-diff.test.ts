import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { main } from '../main';

import { capturedOutput } from '#lib/testing/captured-output';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const sample = join(root, 'public/sample/shop.openapi.yaml');
const next = join(root, 'public/sample/shop-v1.1.openapi.yaml');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-test-gen-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => capturedOutput(() => main(args));

async function document(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

describe('lint', () => {
  it('finds nothing in the sample document', async () => {
    const { exitCode, stdout } = await run('lint', sample);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: 'Lantern Tea Shop API 1.0.0: 18 operations, 0 errors, 0 warnings and notes',
    });
  });

  it('names pointer, line and advice, and exits 1 on an error', async () => {
    const path = await document(
      'broken.yaml',
      `openapi: 3.0.3
info: { title: "Broken\\e[31m", version: "1" }
paths:
  /books:
    get:
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Missing' }
`,
    );
    const { exitCode, stdout, stderr } = await run('lint', path);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/error: .*Missing.*:11 #\/paths\/~1books/);
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toMatch(/has \d+ errors/);
  });

  it('prints JSON for machines', async () => {
    const { stdout } = await run('lint', sample, '--json');
    expect(JSON.parse(stdout)).toEqual([]);
  });
});

describe('diff', () => {
  it('tells what changed and what of it is breaking', async () => {
    const { exitCode, stdout } = await run('diff', sample, next);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('POST /orders/{orderId}/cancel: added');
    expect(stdout).toMatch(/! Query parameter limit: maximum 100 became 50/);
    expect(stdout).toMatch(/\d+ operations changed, \d+ breaking; \d+ unchanged$/);
  });

  it('finds nothing between a document and itself', async () => {
    expect((await run('diff', sample, sample)).stdout).toBe('0 operations changed, 0 breaking; 18 unchanged');
  });

  it('prints JSON for machines', async () => {
    const { operations } = JSON.parse((await run('diff', sample, next, '--json')).stdout);
    expect(operations).toContainEqual(
      expect.objectContaining({ method: 'get', path: '/orders', status: 'added' }),
    );
  });

  it('says which file cannot be read', async () => {
    const { exitCode, stderr } = await run('diff', sample, join(folder, 'none.yaml'));
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('none.yaml') });
  });
});
