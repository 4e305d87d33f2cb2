import { createServer } from 'node:http';
import type { Server } from 'node:http';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { diffSpecs } from './diff-specs';
import { failDelivery, processDelivery } from './process-delivery';
import { readSpec } from './read-spec';

import { petsDocument } from '#lib/testing/apifox/pets';
import { createConnection } from '#lib/testing/connections';
import type { TestConnection } from '#lib/testing/connections';
import { storeDelivery } from '#lib/testing/deliveries';
import { contextFor } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const work = { readSpec, diffSpecs };
const quiet = { quietMs: 20_000, maxMs: 120_000 };
const start = new Date('2026-05-01T12:00:00Z');
const never = new AbortController().signal;

let test: TestDatabase;
let context: Context;
beforeEach(async () => {
  test = await openTestDatabase();
  context = { ...contextFor(test.db), clock: () => start };
});
afterEach(() => test.close());

const deliver = (connectionId: string, body: object | string) =>
  storeDelivery(test.db, connectionId, body, start);
const process = (deliveryId: string) => processDelivery(context, { work, quiet }, deliveryId, never);
const delivery = (id: string) => test.db.delivery.findUniqueOrThrow({ where: { id } });

describe('a pushed document', () => {
  const push = { provider: 'push' } as const;

  it('makes an API of its own by its title, or goes to the one that is named', async () => {
    const { id } = await createConnection(test.db, push);
    await process(await deliver(id, petsDocument({ title: '宠物店' })));
    await process(await deliver(id, { api: 'Dogs & Cats', document: petsDocument() }));
    await process(await deliver(id, { api: 'dogs_cats', document: petsDocument({ maxLength: 5 }) }));
    const apis = await test.db.api.findMany({
      orderBy: { createdAt: 'asc' },
      select: { slug: true, name: true },
    });
    expect(apis[0]?.slug).toMatch(/^api_[a-z0-9]{6}$/);
    expect(apis).toMatchObject([{ name: '宠物店' }, { slug: 'dogs_cats', name: 'Dogs & Cats' }]);
    expect(await test.db.specVersion.count({ where: { api: { slug: 'dogs_cats' } } })).toBe(2);
    expect(await test.db.connection.findFirst()).toMatchObject({ apiId: null });
  });

  it('goes to the API of its connection, whatever it calls itself', async () => {
    const api = await test.db.api.create({ data: { slug: 'mine', name: 'Mine' } });
    const { id } = await createConnection(test.db, { ...push, apiId: api.id });
    await process(await deliver(id, { api: 'other', document: petsDocument() }));
    expect(await test.db.specVersion.findMany()).toMatchObject([{ apiId: api.id }]);
  });

  it('is read once, however often its job runs', async () => {
    const { id } = await createConnection(test.db, push);
    const deliveryId = await deliver(id, petsDocument());
    await process(deliveryId);
    await process(deliveryId);
    expect(await test.db.generation.count()).toBe(1);
    expect(await delivery(deliveryId)).toMatchObject({ state: 'processed', body: null });
  });

  it('that cannot be read keeps its cause and its body, and can be tried again', async () => {
    const { id } = await createConnection(test.db, push);
    const deliveryId = await deliver(id, { document: 'openapi: 3.1.0\npaths: [' });
    await expect(process(deliveryId)).rejects.toMatchObject({ code: 'invalid_document' });
    await failDelivery(context, deliveryId, 'line 2: …');
    const failed = await delivery(deliveryId);
    expect(failed).toMatchObject({ state: 'failed', error: 'line 2: …' });
    expect(failed.body).not.toBeNull();
    await expect(process(deliveryId)).rejects.toMatchObject({ code: 'invalid_document' });
  });

  it('in YAML keeps its own lines', async () => {
    const { id } = await createConnection(test.db, push);
    const yaml =
      'openapi: 3.0.3\ninfo:\n  title: Notes\n  version: "2"\npaths:\n  /notes:\n    get:\n      responses:\n        "200":\n          description: ok\n';
    await process(await deliver(id, yaml));
    expect(await test.db.specVersion.findFirst()).toMatchObject({
      format: 'yaml',
      text: yaml,
      label: '2',
      dialect: 'openapi-3.0',
    });
  });

  it('settles a race: both versions stand, one after the other', async () => {
    const { id } = await createConnection(test.db, push);
    const bodies = [petsDocument(), petsDocument({ maxLength: 7 }), petsDocument({ maxLength: 8 })];
    const ids = await Promise.all(bodies.map((body) => deliver(id, body)));
    const results = await Promise.allSettled(ids.map(process));
    for (const [index, { status }] of results.entries()) {
      if (status === 'rejected') await process(ids[index] ?? '');
    }
    const versions = await test.db.specVersion.findMany({ orderBy: { number: 'asc' } });
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await test.db.generation.count({ where: { state: 'queued' } })).toBe(1);
  });
});

describe('a document that is named by URL', () => {
  let server: Server;
  let host = '';
  beforeEach(async () => {
    server = createServer((request, response) => {
      if (request.url === '/api.json') response.end(JSON.stringify(petsDocument()));
      else if (request.url === '/moved') response.writeHead(301, { location: '/api.json' }).end();
      else response.writeHead(Number(request.url?.slice(1)), { 'retry-after': '9' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    host = typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : '';
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const named = async (path: string, more: TestConnection = {}) => {
    const allowed = { provider: 'push', allowedHosts: [host], allowPrivate: true };
    const { id } = await createConnection(test.db, { ...allowed, ...more });
    await process(await deliver(id, { documentUrl: path.includes(':') ? path : `http://${host}${path}` }));
  };

  it('is fetched from an allowed host', async () => {
    await named('/api.json');
    expect(await test.db.api.findMany()).toMatchObject([{ slug: 'pets' }]);
  });

  it.each([
    ['/api.json', { allowedHosts: ['docs.example.com'] }, 'forbidden', {}],
    ['/api.json', { allowPrivate: false }, 'forbidden', {}],
    ['/moved', {}, 'forbidden', {}],
    ['/404', {}, 'not_found', {}],
    ['/403', {}, 'invalid_input', {}],
    ['/503', {}, 'unavailable', { retryAfter: 9 }],
    ['http://user:pass@docs.example.com/', {}, 'invalid_input', {}],
  ])('%s with %o is refused: %s', async (path, connection, code, details) => {
    await expect(named(path, connection)).rejects.toMatchObject({ code, details });
    expect(await test.db.specVersion.count()).toBe(0);
  });
});
