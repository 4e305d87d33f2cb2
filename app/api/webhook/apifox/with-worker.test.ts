import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { POST } from './route';

import { petsDocument } from '#lib/testing/apifox/pets';
import { createConnection, testEncryptionKey, testSecret } from '#lib/testing/connections';
import { openTestRuntime } from '#lib/testing/test-runtime';
import type { TestRuntime } from '#lib/testing/test-runtime';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

describe('the worker as a process of its own', () => {
  let test: TestRuntime;
  const workers: ChildProcess[] = [];
  beforeEach(async () => {
    test = await openTestRuntime();
    await createConnection(test.db);
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await end(worker, 'SIGKILL');
    await test.close();
  });

  function startWorker(): ChildProcess {
    const worker = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/main.ts'], {
      cwd: root,
      stdio: 'inherit',
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'test',
        DATA_DIR: test.env.DATA_DIR,
        DATABASE_URL: test.env.DATABASE_URL,
        ENCRYPTION_KEY: testEncryptionKey,
        AUTH_SECRET: 'a'.repeat(32),
        LOG_LEVEL: 'fatal',
        JOB_LEASE_SECONDS: '3',
        JOB_RETRY_BASE_SECONDS: '1',
      },
    });
    workers.push(worker);
    return worker;
  }

  async function end(worker: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (worker.exitCode === null && worker.signalCode === null) {
      const exit = once(worker, 'exit');
      worker.kill(signal);
      await exit;
    }
    return worker.exitCode;
  }

  async function push(document: object): Promise<Response> {
    const body = JSON.stringify(document);
    const signature = createHmac('sha256', testSecret).update(body).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-apifox-signature': `sha256=${signature}` };
    return POST(new Request('http://localhost/api/webhook/apifox', { method: 'POST', headers, body }));
  }

  /** Asks until the answer is there; the test's own time limit ends it. */
  async function until<T>(ask: () => Promise<T | null | undefined | false>): Promise<T> {
    for (;;) {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      await pause(20);
    }
  }
  const generationIn = (state: string, step?: string) => async () => {
    const row = await test.db.generation.findFirst({ where: { state } });
    return row !== null && JSON.stringify(row.progress).includes(step ?? '') ? row : null;
  };

  it('loses nothing and doubles nothing when it is killed in the middle of a generation', async () => {
    const first = startWorker();
    expect((await push(petsDocument())).status).toBe(202);
    await until(generationIn('running', 'Writing tests'));
    await end(first, 'SIGKILL');
    expect(await test.db.testCase.count()).toBe(0);
    expect(await test.db.job.findFirst({ where: { name: 'generation.run' } })).toMatchObject({
      state: 'running',
      attempts: 1,
    });

    startWorker();
    const generation = await until(generationIn('ready'));
    await until(async () => (await test.db.job.count({ where: { state: 'done' } })) === 2);
    const cases = await test.db.testCase.findMany({ select: { key: true, generationId: true } });
    expect(cases.length).toBeGreaterThan(5);
    expect(new Set(cases.map(({ key }) => key)).size).toBe(cases.length);
    expect(new Set(cases.map(({ generationId }) => generationId))).toEqual(new Set([generation.id]));
    expect(await test.db.specOperation.count()).toBe(2);
    expect(await test.db.generation.count()).toBe(1);
    expect(await test.db.specVersion.count()).toBe(1);
    expect(await test.db.delivery.findMany()).toMatchObject([{ state: 'processed' }]);
    expect(await test.db.auditEntry.count({ where: { action: 'generation.ready' } })).toBe(1);
    const folder = join(test.env.DATA_DIR, 'generated', 'pets');
    const files = await test.db.testFile.findMany();
    expect((await readdir(folder)).length).toBeGreaterThan(5);
    for (const { path, content } of files) expect(await readFile(join(folder, path), 'utf8')).toBe(content);
  }, 180_000);

  it('keeps neither webhooks nor the queue waiting while it generates from 10 MB, and stops when asked', async () => {
    const worker = startWorker();
    const example = 'A long story about a pet. '.repeat(40);
    const paths = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `/pets-${index}`,
        {
          get: {
            operationId: `getPets${index}`,
            description: example.repeat(25),
            parameters: [{ name: 'q', in: 'query', schema: { type: 'string', maxLength: index + 1 } }],
            responses: { '200': { description: 'ok' } },
          },
        },
      ]),
    );
    const large = { openapi: '3.1.0', info: { title: 'Large', version: '1' }, paths };
    expect(JSON.stringify(large).length).toBeGreaterThan(10_000_000);
    expect((await push(large)).status).toBe(202);
    const { id } = await until(generationIn('running'));

    expect((await push(petsDocument())).status).toBe(202);
    const stateOf = async () =>
      (await test.db.generation.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
    expect(await stateOf()).toBe('running');
    // The other delivery is read while the large one is still being generated.
    await until(() => test.db.api.findFirst({ where: { slug: 'pets' } }));
    expect(await stateOf()).toBe('running');

    expect(await end(worker, 'SIGTERM')).toBe(0);
    const job = await test.db.job.findFirstOrThrow({
      where: { payload: { path: '$.generationId', equals: id } },
    });
    // Finished in the time it was given, or given back without counting the attempt.
    expect([
      ['done', 1],
      ['queued', 0],
    ]).toContainEqual([job.state, job.attempts]);
    expect(job.leaseOwner).toBeNull();
  }, 180_000);

  it('does not start on a database that was not migrated', async () => {
    await test.db.$executeRaw`DELETE FROM "_prisma_migrations"`;
    const worker = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/main.ts'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'test',
        DATA_DIR: test.env.DATA_DIR,
        DATABASE_URL: test.env.DATABASE_URL,
      },
    });
    workers.push(worker);
    const told: string[] = [];
    worker.stderr.on('data', (chunk: Buffer) => told.push(chunk.toString()));
    const [code] = await once(worker, 'exit');
    expect(code).not.toBe(0);
    expect(told.join('')).toMatch(/migrations have not been applied/);
  });
});
