import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeError, retryDelay } from './backoff';
import { claimJob } from './claim';
import { enqueueJob } from './enqueue';
import { jobHandler } from './handler';
import type { JobHandlers, JobRun } from './handler';
import { runLane } from './lane';
import { RetryLater } from './retry-later';
import { runJob } from './run-job';
import type { RunnerOptions } from './run-job';
import { renewLease } from './settle';

import { AppError } from '#lib/core/errors';
import { openDatabase } from '#lib/platform/db/client';
import { createLogger } from '#lib/platform/observability/logger';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const start = new Date('2026-05-01T12:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);

describe('jobs', () => {
  let test: TestDatabase;
  let now: Date;
  beforeEach(async () => {
    test = await openTestDatabase();
    now = start;
  });
  afterEach(() => test.close());

  const add = (name: string, runAt: Date, more: { uniqueKey?: string; maxAttempts?: number } = {}) =>
    test.db.$transaction((tx) => enqueueJob(tx, name, { id: name }, { runAt, ...more }));
  const claim = (owner: string, names = ['a', 'b']) =>
    claimJob(test.db, { names, owner, now, leaseUntil: new Date(now.getTime() + 60_000) });
  const only = () => test.db.job.findFirstOrThrow();

  function options(handlers: JobHandlers): RunnerOptions {
    return {
      db: test.db,
      handlers,
      owner: 'me',
      leaseMs: 60_000,
      retryBaseSeconds: 5,
      clock: () => now,
      random: () => 0.5,
      log: createLogger('worker', 'silent'),
    };
  }

  /** Claims the next job and does it. */
  async function work(handlers: JobHandlers, stop = new AbortController().signal): Promise<void> {
    const job = await claim('me');
    if (job === undefined) throw new Error('nothing to do');
    await runJob(options(handlers), job, stop);
  }
  const handler = (run: (run: JobRun) => Promise<void>, buried?: (cause: string) => void) =>
    jobHandler(
      z.object({ id: z.string() }),
      (_payload, info) => run(info),
      async (_payload, cause) => buried?.(cause),
    );
  const failing = (error: unknown) => handler(() => Promise.reject(error));

  it('gives what is due, the oldest first, of the kinds that are wanted', async () => {
    await add('b', at(-1));
    await add('a', at(-2));
    await add('c', at(-3));
    await add('a', at(+1));
    expect((await claim('me'))?.name).toBe('a');
    expect((await claim('me'))?.name).toBe('b');
    expect(await claim('me')).toBeUndefined();
    expect(await claim('me', [])).toBeUndefined();
  });

  it('never gives a job to two workers', async () => {
    for (let index = 0; index < 20; index++) await add('a', at(-1));
    const other = await openDatabase(test.url);
    const take = (db: typeof other, owner: string) =>
      claimJob(db, { names: ['a'], owner, now, leaseUntil: at(60) });
    const claimed = await Promise.all(
      Array.from({ length: 30 }, (_, index) => take(index % 2 === 0 ? test.db : other, `w${index}`)),
    );
    await other.$disconnect();
    const ids = claimed.flatMap((job) => (job === undefined ? [] : [job.id]));
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it('makes one job of a burst, and a new one once that has begun', async () => {
    await add('a', at(0), { uniqueKey: 'k' });
    await add('a', at(20), { uniqueKey: 'k' });
    expect(await test.db.job.findMany()).toMatchObject([{ runAt: at(20) }]);
    now = at(20);
    await claim('me');
    await add('a', at(40), { uniqueKey: 'k' });
    expect(await test.db.job.count()).toBe(2);
  });

  it('completes a job', async () => {
    await add('a', start);
    const seen: unknown[] = [];
    await work({ a: jobHandler(z.object({ id: z.string() }), async (payload) => void seen.push(payload)) });
    expect(seen).toEqual([{ id: 'a' }]);
    expect(await only()).toMatchObject({ state: 'done', finishedAt: start, leaseOwner: null });
  });

  it('tries again with backoff and jitter, and keeps the cause', async () => {
    await add('a', start);
    await work({ a: failing(new Error('no', { cause: new Error('because') })) });
    expect(await only()).toMatchObject({
      state: 'queued',
      attempts: 1,
      runAt: at(5),
      lastError: 'no — because',
    });
  });

  it('buries a job after its last attempt and tells the record', async () => {
    await add('a', start, { maxAttempts: 2 });
    const causes: string[] = [];
    const handlers = {
      a: handler(
        () => Promise.reject(new Error('no')),
        (cause) => causes.push(cause),
      ),
    };
    await work(handlers);
    now = at(3600);
    await work(handlers);
    expect(await only()).toMatchObject({ state: 'dead', attempts: 2, lastError: 'no', finishedAt: now });
    expect(causes).toEqual(['no']);
  });

  it.each([
    ['a refusal that is final', { a: failing(new AppError('invalid_document', 'bad')) }, 'bad'],
    [
      'a payload of another shape',
      { a: jobHandler(z.object({ no: z.string() }), async () => undefined) },
      /no/,
    ],
  ])('buries at once: %s', async (_name, handlers, cause) => {
    await add('a', start);
    await work(handlers);
    const job = await only();
    expect(job.state).toBe('dead');
    expect(job.lastError).toMatch(cause);
  });

  it('waits as long as it is told to, and for a handler that is not there yet', async () => {
    await add('a', start);
    await work({ a: failing(new RetryLater('busy', { delayMs: 90_000 })) });
    expect(await only()).toMatchObject({ state: 'queued', runAt: at(90) });
    now = at(90);
    await work({});
    expect(await only()).toMatchObject({ state: 'queued', lastError: 'No handler for a.' });
  });

  it('brings back the job of a worker that is gone, after its lease', async () => {
    await add('a', start);
    await claim('killed');
    now = at(59);
    expect(await claim('me')).toBeUndefined();
    now = at(60);
    expect(await claim('me')).toMatchObject({ attempts: 2 });
    expect(await renewLease(test.db, { jobId: (await only()).id, owner: 'killed' }, at(999))).toBe(false);
  });

  it('buries a job that killed its worker each time', async () => {
    await add('a', start, { maxAttempts: 1 });
    await claim('killed');
    now = at(61);
    const runs: string[] = [];
    await work({ a: handler(async () => void runs.push('ran')) });
    expect(runs).toEqual([]);
    expect(await only()).toMatchObject({
      state: 'dead',
      lastError: 'The worker stopped during every attempt.',
    });
  });

  it('does not settle what another worker has taken meanwhile', async () => {
    await add('a', start);
    await work({
      a: handler(async () => {
        now = at(61);
        await claim('other');
      }),
    });
    expect(await only()).toMatchObject({ state: 'running', leaseOwner: 'other' });
  });

  it('gives a job back untouched when the worker stops', async () => {
    await add('a', start);
    const stop = new AbortController();
    await work(
      {
        a: handler(async ({ signal }) => {
          stop.abort(new Error('stopping'));
          signal.throwIfAborted();
        }),
      },
      stop.signal,
    );
    expect(await only()).toMatchObject({ state: 'queued', attempts: 0, leaseOwner: null, lastError: null });
  });

  it('tells long work that its lease was lost', async () => {
    await add('a', start);
    const job = await claim('me');
    if (job === undefined) throw new Error('nothing to do');
    const reasons: unknown[] = [];
    const lost = handler(async ({ signal }) => {
      await test.db.job.updateMany({ data: { leaseOwner: 'other' } });
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      reasons.push(signal.reason);
      signal.throwIfAborted();
    });
    await runJob({ ...options({ a: lost }), leaseMs: 30 }, job, new AbortController().signal);
    expect(reasons).toEqual([new Error('Another worker has taken the job.')]);
    expect(await only()).toMatchObject({ state: 'running', leaseOwner: 'other', lastError: null });
  });

  it('runs a lane until it closes', async () => {
    await add('a', start);
    await add('b', start);
    const closing = new AbortController();
    const done: string[] = [];
    const record = handler(async ({ jobId }) => {
      done.push(jobId);
      if (done.length === 2) closing.abort();
    });
    await runLane(options({ a: record, b: record }), {
      names: ['a', 'b'],
      closing: closing.signal,
      stop: new AbortController().signal,
    });
    expect(await test.db.job.count({ where: { state: 'done' } })).toBe(2);
  });
});

describe('retryDelay', () => {
  it.each([
    [1, 0.999, 9990],
    [3, 0.5, 20_000],
    [30, 0.5, 450_000],
    [1, 0, 0],
  ])('after %i attempts, drawing %f: %i ms', (attempts, random, expected) => {
    expect(retryDelay(new Error('x'), attempts, 5, random)).toBe(expected);
  });

  it('describes whatever was thrown', () => {
    expect(describeError('text')).toBe('text');
  });
});
