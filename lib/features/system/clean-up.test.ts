import { expect, it } from 'vitest';

import { cleanUp } from './clean-up';

import { createConnection } from '#lib/testing/connections';
import { contextFor } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';

const now = new Date('2026-05-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000);

it('lets go of what has aged out and keeps the rest', async () => {
  const test = await openTestDatabase();
  const { db } = test;
  const { id: connectionId } = await createConnection(db);
  for (const days of [0.5, 2])
    await db.liveEvent.create({ data: { topic: 't', payload: {}, at: daysAgo(days) } });
  for (const days of [1, 8, 91]) {
    await db.delivery.create({
      data: {
        connectionId,
        requestId: 'r',
        bodyHash: String(days),
        bodyBytes: 1,
        kind: 'inline',
        body: Buffer.from('x'),
        receivedAt: daysAgo(days),
        finishedAt: daysAgo(days),
      },
    });
  }
  for (const [state, days] of [
    ['done', 1],
    ['done', 8],
    ['dead', 8],
  ] as const) {
    await db.job.create({ data: { name: 'n', payload: {}, state, finishedAt: daysAgo(days) } });
  }
  await cleanUp({ ...contextFor(db), clock: () => now });
  expect(await db.liveEvent.count()).toBe(1);
  expect(await db.delivery.findMany({ orderBy: { receivedAt: 'desc' }, select: { body: true } })).toEqual([
    { body: expect.anything() },
    { body: null },
  ]);
  expect(await db.job.findMany({ orderBy: { state: 'asc' }, select: { state: true } })).toEqual([
    { state: 'dead' },
    { state: 'done' },
  ]);
  await test.close();
});
