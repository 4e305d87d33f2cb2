import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { ensureFirstConnections } from './ensure-first-connections';
import { queuePolls } from './queue-polls';

import { createConnection, testEncryptionKey } from '#lib/testing/connections';
import { contextFor } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const start = new Date('2026-05-01T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(start.getTime() - minutes * 60_000);

let test: TestDatabase;
let context: Context;
beforeEach(async () => {
  test = await openTestDatabase();
  context = { ...contextFor(test.db), clock: () => start };
});
afterEach(() => test.close());

describe('queuePolls', () => {
  const project = { provider: 'apifox', projectId: '1', token: 'a-token', isDefault: false } as const;

  it('queues what is due, once', async () => {
    await createConnection(test.db, { ...project, key: 'never' });
    await createConnection(test.db, { ...project, key: 'due', lastPulledAt: minutesAgo(15) });
    await createConnection(test.db, { ...project, key: 'fresh', lastPulledAt: minutesAgo(14) });
    await createConnection(test.db, { ...project, key: 'gone', deletedAt: start });
    await createConnection(test.db, { key: 'pushed', isDefault: false });
    expect(await queuePolls(context)).toBe(2);
    expect(await queuePolls(context)).toBe(0);
    await test.db.job.updateMany({ data: { state: 'running', uniqueKey: null } });
    expect(await queuePolls(context)).toBe(0);
    expect(await test.db.job.count()).toBe(2);
  });

  it('leaves a pull that waits for quiet where it is', async () => {
    const { id } = await createConnection(test.db, { ...project, key: 'due' });
    const runAt = new Date(start.getTime() + 20_000);
    await test.db.job.create({
      data: {
        name: 'connection.pull',
        payload: { connectionId: id },
        uniqueKey: `connection.pull:${id}`,
        runAt,
      },
    });
    expect(await queuePolls(context)).toBe(0);
    expect(await test.db.job.findMany()).toMatchObject([{ runAt }]);
  });
});

describe('ensureFirstConnections', () => {
  const ensure = (demo: boolean) =>
    ensureFirstConnections(context, { encryptionKey: testEncryptionKey, demo });

  it('makes the default and the demo connection, and tells where the sample goes until it was sent', async () => {
    const { demo } = await ensure(true);
    expect(demo).toMatchObject({ key: 'demo', secret: expect.stringMatching(/^[\w-]{43}$/) });
    expect(await ensure(true)).toEqual({ demo });
    const connections = await test.db.connection.findMany({ orderBy: { isDefault: 'desc' } });
    expect(connections).toMatchObject([
      { name: 'Default', isDefault: true, signatureMode: 'hmac-sha256' },
      { name: 'Demo', isDefault: false },
    ]);
    await test.db.delivery.create({
      data: {
        connectionId: connections[1]?.id ?? '',
        requestId: 'r',
        bodyHash: 'h',
        bodyBytes: 1,
        kind: 'inline',
      },
    });
    expect(await ensure(true)).toEqual({});
  });

  it('makes no demo where none is wanted', async () => {
    expect(await ensure(false)).toEqual({});
    expect(await test.db.connection.findMany()).toMatchObject([{ isDefault: true }]);
  });

  it('does not bring back what was deleted', async () => {
    await ensure(true);
    await test.db.connection.updateMany({ data: { deletedAt: start } });
    expect(await ensure(true)).toEqual({});
    expect(await test.db.connection.count({ where: { deletedAt: null } })).toBe(0);
  });
});
