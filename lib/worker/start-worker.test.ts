import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { startWorker } from './start-worker';

import { lastBeat } from '#lib/platform/jobs/worker-heartbeat';
import { petsDocument } from '#lib/testing/apifox/pets';
import { startApifox } from '#lib/testing/apifox/server';
import { createConnection } from '#lib/testing/connections';
import { openTestRuntime } from '#lib/testing/test-runtime';

it('polls a project, generates its suite, keeps the causes of failures and stops', async () => {
  const test = await openTestRuntime({ JOB_RETRY_BASE_SECONDS: '1' });
  const { db } = test;
  const apifox = await startApifox();
  apifox.projects.set('1', { token: 'a-token', modules: { '': petsDocument() } });
  const project = { provider: 'apifox', baseUrl: apifox.url, allowPrivate: true, isDefault: false } as const;
  await createConnection(db, { ...project, key: 'a', projectId: '1', token: 'a-token' });
  await createConnection(db, { ...project, key: 'b', projectId: '2', token: 'a-token' });
  const { id: connectionId } = await createConnection(db);
  const delivery = await db.delivery.create({
    data: {
      connectionId,
      requestId: 'r',
      bodyHash: 'h',
      bodyBytes: 2,
      kind: 'inline',
      body: Buffer.from('{}'),
      state: 'accepted',
    },
  });
  await db.job.create({ data: { name: 'delivery.process', payload: { deliveryId: delivery.id } } });

  const worker = startWorker(test);
  while ((await db.job.count({ where: { state: { in: ['queued', 'running'] } } })) > 0 || !(await ready())) {
    await pause(20);
  }
  await worker.close();
  await apifox.close();

  expect(await lastBeat(db)).toBeInstanceOf(Date);
  expect(await db.testCase.count()).toBeGreaterThan(5);
  expect(await db.delivery.findFirst()).toMatchObject({
    state: 'failed',
    error: expect.stringMatching(/title|event/),
  });
  expect(await db.connection.findFirst({ where: { key: 'b' } })).toMatchObject({
    lastError: expect.stringMatching(/404/),
  });
  expect(await db.job.count({ where: { state: 'dead' } })).toBe(2);
  await test.close();

  async function ready(): Promise<boolean> {
    return (await db.generation.count({ where: { state: 'ready' } })) === 1;
  }
}, 120_000);
