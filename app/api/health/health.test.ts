import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { GET as live } from './live/route';
import { GET as ready } from './ready/route';

import { beat } from '#lib/platform/jobs/worker-heartbeat';
import { openTestRuntime } from '#lib/testing/test-runtime';
import type { TestRuntime } from '#lib/testing/test-runtime';

describe('health', () => {
  let test: TestRuntime;
  beforeEach(async () => {
    test = await openTestRuntime();
  });
  afterEach(() => test.close());

  it('is live as long as it answers', async () => {
    expect(live().status).toBe(200);
  });

  it('is ready while a worker is heard of', async () => {
    await beat(test.db, new Date(), 42);
    const response = await ready();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ready: true,
      checks: { database: { ok: true }, migrations: { ok: true }, worker: { ok: true } },
    });
  });

  it.each([
    ['no worker has started', () => Promise.resolve(), { worker: { detail: 'No worker has started yet.' } }],
    [
      'the worker has gone silent',
      () => beat(test.db, new Date(Date.now() - 90_000), 42),
      { worker: { ok: false } },
    ],
    [
      'a migration is missing',
      () => test.db.$executeRaw`DELETE FROM "_prisma_migrations"`,
      { migrations: { ok: false } },
    ],
    [
      'the database has no tables of ours',
      () => test.db.$executeRaw`DROP TABLE "_prisma_migrations"`,
      { migrations: { detail: 'The database has not been migrated.' } },
    ],
  ])('is not ready when %s', async (_name, arrange, checks) => {
    await arrange();
    const response = await ready();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, checks });
  });
});
