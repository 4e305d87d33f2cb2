import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { decideCases } from './decide-cases';
import { watchEvents } from './watch-events';
import type { LiveMessage, Watch } from './watch-events';

import { openDatabase } from '#lib/platform/db/client';
import { liveStream } from '#lib/platform/db/live-stream';
import { contextFor, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let context: Context;
let made: Awaited<ReturnType<typeof createGeneration>>;
let leave: AbortController;

beforeEach(async () => {
  test = await openTestDatabase();
  context = contextFor(test.db, await createUser(test.db, { name: 'Mei' }));
  made = await createGeneration(test.db, { apiId: (await createApi(test.db)).id });
  leave = new AbortController();
});
afterEach(async () => {
  leave.abort();
  await test.close();
});

async function messages(watch: Watch, count: number): Promise<LiveMessage[]> {
  const all: LiveMessage[] = [];
  while (all.length < count) {
    const some = await watch.take();
    if (some === undefined) break;
    all.push(...some);
  }
  return all;
}

const approve = (by: Context, from: number, to: number) =>
  decideCases(by, { verdict: 'approve', cases: made.cases.slice(from, to) });

describe('watchEvents', () => {
  it('tells an open page what somebody decided in another process', async () => {
    const generationId = made.generation.id;
    const watch = await watchEvents(context, { generationId, signal: leave.signal });
    const elsewhere = await openDatabase(test.url);
    const tom = contextFor(elsewhere, await createUser(elsewhere, { name: 'Tom' }), 'cli');
    await approve(tom, 0, 2);
    await elsewhere.$disconnect();
    expect(await messages(watch, 1)).toMatchObject([
      { event: 'cases.decided', data: { generationId, payload: { count: 2, actorName: 'Tom' } } },
    ]);
  });

  it('begins a little before, when the page was drawn', async () => {
    await test.db.liveEvent.create({
      data: { topic: 'old', payload: {}, at: new Date(Date.now() - 60_000) },
    });
    await approve(context, 0, 1);
    const watch = await watchEvents(context, { signal: leave.signal });
    expect(watch.from).toBe(1);
    expect((await messages(watch, 1)).map((message) => message.event)).toEqual(['cases.decided']);
  });

  it('goes on after the last message that was seen, with one reader for all', async () => {
    for (const at of [0, 1, 2]) await approve(context, at, at + 1);
    const watches = await Promise.all(
      [0, 1, 2].map((after) => watchEvents(context, { after, signal: leave.signal })),
    );
    const seen = await Promise.all(watches.map((watch, index) => messages(watch, 3 - index)));
    expect(seen.map((list) => list.map((message) => message.id))).toEqual([[1, 2, 3], [2, 3], [3]]);
  });

  it('hears of its own generation and API only', async () => {
    const other = await createGeneration(test.db, { apiId: (await createApi(test.db)).id });
    const watch = await watchEvents(context, { generationId: made.generation.id, signal: leave.signal });
    await decideCases(context, { verdict: 'approve', cases: other.cases });
    await test.db.liveEvent.create({
      data: { topic: 'generation.ready', apiId: made.generation.apiId, generationId: 'next', payload: {} },
    });
    expect((await messages(watch, 1)).map((message) => message.event)).toEqual(['generation.ready']);
  });

  it('keeps all of a burst for a slow page', async () => {
    const watch = await watchEvents(context, { after: 0, signal: leave.signal });
    await test.db.liveEvent.createMany({
      data: Array.from({ length: 1300 }, () => ({ topic: 'generation.progress', payload: {} })),
    });
    const all = await messages(watch, 1300);
    expect(all.map((message) => message.id)).toEqual(Array.from({ length: 1300 }, (_, index) => index + 1));
  });

  it('ends when the page goes, and nobody listens then', async () => {
    const watch = await watchEvents(context, { signal: leave.signal });
    const next = watch.take();
    expect(liveStream(test.db, context.log).listeners).toBe(1);
    leave.abort();
    expect(await next).toBeUndefined();
    expect(liveStream(test.db, context.log).listeners).toBe(0);
    const late = await watchEvents(context, { signal: leave.signal });
    expect(await late.take()).toBeUndefined();
  });

  it('is for people who are signed in, about what is there', async () => {
    const { signal } = leave;
    await expect(watchEvents(contextFor(test.db), { signal })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(watchEvents(context, { generationId: 'x', signal })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
