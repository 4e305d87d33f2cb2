import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { pageSize } from './contract';
import { discardDeadJob } from './discard-dead-job';
import { listAudit } from './list-audit';
import { listDeliveries } from './list-deliveries';
import { listJobs } from './list-jobs';
import { retryDeadJob } from './retry-dead-job';

import { writeAudit } from '#lib/platform/db/audit';
import { contextFor, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let admin: Context;

beforeEach(async () => {
  test = await openTestDatabase();
  admin = contextFor(test.db, await createUser(test.db, { role: 'admin', name: 'Ada' }));
});
afterEach(() => test.close());

it('is for administrators only', async () => {
  const reviewer = contextFor(test.db, await createUser(test.db));
  const attempts = [
    () => listDeliveries(reviewer, {}),
    () => listJobs(reviewer),
    () => retryDeadJob(reviewer, { jobId: 'x' }),
    () => discardDeadJob(reviewer, { jobId: 'x' }),
    () => listAudit(reviewer, {}),
  ];
  for (const run of attempts) await expect(run()).rejects.toMatchObject({ code: 'forbidden' });
});

describe('listDeliveries', () => {
  async function connection(name: string) {
    return test.db.connection.create({
      data: {
        key: name,
        name,
        provider: 'push',
        signatureMode: 'bearer',
        secretCipher: '',
        allowedHosts: [],
      },
    });
  }
  const delivery = (connectionId: string, index: number, more: object = {}) => ({
    connectionId,
    receivedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, index)),
    requestId: `request-${index}`,
    bodyHash: `${index}`,
    bodyBytes: 10,
    body: Buffer.from('a secret of somebody'),
    kind: 'notice',
    ...more,
  });

  it('says what came of each, and never shows a body', async () => {
    const { id } = await connection('CI');
    const api = await createApi(test.db);
    const { generation, specVersion } = await createGeneration(test.db, { apiId: api.id });
    await test.db.delivery.create({ data: delivery(id, 1, { state: 'failed', error: 'No document.' }) });
    await test.db.delivery.create({
      data: delivery(id, 2, { state: 'processed', specVersionId: specVersion.id }),
    });
    const { deliveries, next } = await listDeliveries(admin, {});
    expect(next).toBeNull();
    expect(deliveries).toMatchObject([
      {
        state: 'processed',
        version: { apiName: 'Orders API', number: 1, label: '1.1.0' },
        generationId: generation.id,
        connection: { name: 'CI', deleted: false },
      },
      { state: 'failed', error: 'No document.', version: null, generationId: null },
    ]);
    expect(JSON.stringify(deliveries)).not.toContain('secret');
  });

  it('goes page by page, filtered', async () => {
    const [first, second] = [await connection('a'), await connection('b')];
    const count = pageSize + 3;
    await test.db.delivery.createMany({
      data: Array.from({ length: count }, (_, index) => delivery(first.id, index)),
    });
    await test.db.delivery.create({ data: delivery(second.id, 0, { state: 'failed' }) });
    const one = await listDeliveries(admin, { connectionId: first.id });
    const two = await listDeliveries(admin, { connectionId: first.id, after: one.next ?? '' });
    const seen = [...one.deliveries, ...two.deliveries].map((entry) => entry.requestId);
    expect(new Set(seen).size).toBe(count);
    expect(seen[0]).toBe(`request-${count - 1}`);
    expect(two.next).toBeNull();
    expect((await listDeliveries(admin, { state: 'failed' })).deliveries).toHaveLength(1);
  });
});

describe('jobs', () => {
  const job = (state: string, more: object = {}) =>
    test.db.job.create({
      data: { name: 'connection.pull', payload: { connectionId: 'c1' }, state, ...more },
    });

  it('are counted and listed, the given-up ones with their cause', async () => {
    await job('dead', { lastError: 'The token was refused.', attempts: 8 });
    await job('queued');
    await job('running', { payload: { list: [1] } });
    await job('done');
    const jobs = await listJobs(admin);
    expect(jobs.counts).toEqual({ queued: 1, running: 1, dead: 1 });
    expect(jobs.dead).toMatchObject([{ lastError: 'The token was refused.', attempts: 8 }]);
    expect(jobs.active.map((entry) => [entry.state, entry.payload])).toEqual([
      ['running', {}],
      ['queued', { connectionId: 'c1' }],
    ]);
  });

  it('go back into the queue with all attempts', async () => {
    const { id } = await job('dead', { attempts: 8, finishedAt: new Date(), lastError: 'Refused.' });
    await retryDeadJob(admin, { jobId: id });
    expect(await test.db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'queued',
      attempts: 0,
      finishedAt: null,
    });
    await expect(retryDeadJob(admin, { jobId: id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('can be discarded; the log keeps them', async () => {
    const { id } = await job('dead', { lastError: 'Refused.' });
    await discardDeadJob(admin, { jobId: id });
    expect(await test.db.job.count()).toBe(0);
    await expect(discardDeadJob(admin, { jobId: id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await listAudit(admin, {})).entries).toMatchObject([
      {
        action: 'job.discard',
        actorName: 'Ada',
        details: [
          { name: 'name', value: 'connection.pull' },
          { name: 'payload', value: '{"connectionId":"c1"}' },
          { name: 'cause', value: 'Refused.' },
        ],
      },
    ]);
  });
});

describe('listAudit', () => {
  it('goes page by page, newest first, and filters', async () => {
    await test.db.$transaction(async (tx) => {
      for (let index = 0; index < pageSize + 2; index += 1) {
        await writeAudit(tx, {
          actorName: 'Bob',
          via: 'cli',
          action: index % 2 === 0 ? 'case.approve' : 'user.create',
          subjectType: index % 2 === 0 ? 'case' : 'user',
          subjectId: `s${index}`,
          ...(index === 0 ? { details: { changed: ['name', 'token'], count: 2 } } : {}),
        });
      }
    });
    const one = await listAudit(admin, {});
    expect(one.entries).toHaveLength(pageSize);
    expect(one.entries[0]).toMatchObject({ subjectId: `s${pageSize + 1}`, details: [] });
    const two = await listAudit(admin, { before: one.next ?? 0 });
    expect(two.entries.map((entry) => entry.subjectId)).toEqual(['s1', 's0']);
    expect(two.entries[1]?.details).toEqual([
      { name: 'changed', value: 'name, token' },
      { name: 'count', value: '2' },
    ]);
    expect(two.next).toBeNull();

    const users = await listAudit(admin, { subjectType: 'user' });
    expect(users.entries.every((entry) => entry.action === 'user.create')).toBe(true);
    expect(users.subjectTypes).toEqual(['case', 'user']);
    expect(users.actions).toEqual(['user.create']);
    expect((await listAudit(admin, { action: 'case.approve', subjectId: 's0' })).entries).toHaveLength(1);
  });

  it('takes a bad filter for none', async () => {
    expect((await listAudit(admin, { before: 'x' })).entries).toEqual([]);
  });
});
