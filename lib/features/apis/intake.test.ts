import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { diffSpecs } from './diff-specs';
import { processDelivery } from './process-delivery';
import { failPull, pullConnection } from './pull-connection';
import { readSpec } from './read-spec';

import { Breakers } from '#lib/platform/http/breakers';
import { petsDocument } from '#lib/testing/apifox/pets';
import { startApifox } from '#lib/testing/apifox/server';
import type { ApifoxStandIn, Trap } from '#lib/testing/apifox/server';
import { createConnection, testEncryptionKey } from '#lib/testing/connections';
import type { TestConnection } from '#lib/testing/connections';
import { storeDelivery } from '#lib/testing/deliveries';
import { contextFor } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const work = { readSpec, diffSpecs };
const quiet = { quietMs: 20_000, maxMs: 120_000 };
const start = new Date('2026-05-01T12:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const never = new AbortController().signal;

describe('intake', () => {
  let test: TestDatabase;
  let apifox: ApifoxStandIn;
  let now: Date;
  let context: Context;
  let tools: Parameters<typeof pullConnection>[1];
  beforeEach(async () => {
    test = await openTestDatabase();
    apifox = await startApifox();
    apifox.projects.set('4711', { token: 'a-token', modules: { '': petsDocument() } });
    now = start;
    context = { ...contextFor(test.db), clock: () => now };
    tools = { work, breakers: new Breakers(), encryptionKey: testEncryptionKey };
  });
  afterEach(async () => {
    await apifox.close();
    await test.close();
  });

  const connect = (more: TestConnection = {}) =>
    createConnection(test.db, {
      provider: 'apifox',
      baseUrl: apifox.url,
      projectId: '4711',
      token: 'a-token',
      allowPrivate: true,
      ...more,
    });
  const deliver = (connectionId: string, body: object | string) =>
    storeDelivery(test.db, connectionId, body, now);
  const notice = { event: 'API_UPDATED', title: '接口修改', content: '' };
  const process = (deliveryId: string) => processDelivery(context, { work, quiet }, deliveryId, never);
  const pull = (connectionId: string) => pullConnection(context, tools, connectionId, never);
  const delivery = (id: string) => test.db.delivery.findUniqueOrThrow({ where: { id } });

  describe('notices', () => {
    it('of a burst are answered by one pull after a quiet moment', async () => {
      const { id } = await connect();
      const first = await deliver(id, notice);
      await process(first);
      expect(await test.db.job.findMany()).toMatchObject([
        { name: 'connection.pull', payload: { connectionId: id }, runAt: at(20) },
      ]);
      now = at(15);
      await process(await deliver(id, notice));
      expect(await test.db.job.findMany()).toMatchObject([{ runAt: at(35) }]);
      now = at(110);
      await process(await deliver(id, notice));
      // The first notice does not wait longer than two minutes.
      expect(await test.db.job.findMany()).toMatchObject([{ runAt: at(120) }]);
      await pull(id);
      expect(apifox.calls).toHaveLength(1);
      expect(await test.db.delivery.findMany({ select: { state: true, body: true } })).toEqual(
        Array.from({ length: 3 }, () => ({ state: 'processed', body: null })),
      );
    });

    it('make a version, a generation and its job, and bind the connection to the API', async () => {
      const { id } = await connect();
      const deliveryId = await deliver(id, notice);
      await process(deliveryId);
      await pull(id);
      const api = await test.db.api.findFirstOrThrow();
      const version = await test.db.specVersion.findFirstOrThrow();
      expect(api).toMatchObject({ slug: 'pets', name: 'Pets' });
      expect(version).toMatchObject({
        apiId: api.id,
        number: 1,
        label: '1.0.0',
        dialect: 'openapi-3.1',
        format: 'json',
        operationCount: 2,
        changes: [],
      });
      expect(await test.db.generation.findMany()).toMatchObject([{ number: 1, state: 'queued' }]);
      expect(await test.db.job.findMany({ where: { name: 'generation.run' } })).toHaveLength(1);
      expect(await delivery(deliveryId)).toMatchObject({ state: 'processed', specVersionId: version.id });
      expect(await test.db.connection.findFirst()).toMatchObject({
        apiId: api.id,
        lastPulledAt: start,
        lastError: null,
      });
    });

    it('ask for the extensions, the module and the branch, with token and version', async () => {
      apifox.projects.set('4711', { token: 'a-token', modules: { '9': petsDocument({ title: 'Module' }) } });
      const { id } = await connect({ moduleId: '9', branchId: '5' });
      await pull(id);
      expect(apifox.calls).toMatchObject([
        {
          path: '/v1/projects/4711/export-openapi?locale=zh-CN',
          headers: { authorization: 'Bearer a-token', 'x-apifox-api-version': '2024-03-28' },
          body: {
            scope: { type: 'ALL' },
            options: { includeApifoxExtensionProperties: true },
            moduleId: 9,
            branchId: 5,
          },
        },
      ]);
      expect(await test.db.specVersion.findFirst()).toMatchObject({
        title: 'Module',
        text: expect.stringContaining('x-apifox-maintainer'),
      });
    });

    it('of Apidog are pulled in its own way', async () => {
      const apidog = await startApifox('apidog');
      apidog.projects.set('4711', { token: 'a-token', modules: { '': petsDocument() } });
      const { id } = await connect({ provider: 'apidog', baseUrl: `${apidog.url}/` });
      await pull(id).finally(() => apidog.close());
      expect(await test.db.specVersion.count()).toBe(1);
    });

    it('stop when the document says what it said before', async () => {
      const { id } = await connect();
      await pull(id);
      // The vendor's editor writes another order of fields with each export.
      apifox.projects.set('4711', {
        token: 'a-token',
        modules: { '': petsDocument({ order: '01B' }) },
      });
      const deliveryId = await deliver(id, notice);
      await process(deliveryId);
      await pull(id);
      expect(await test.db.specVersion.count()).toBe(1);
      expect(await test.db.generation.count()).toBe(1);
      expect(await delivery(deliveryId)).toMatchObject({ state: 'unchanged' });
    });

    it('keep what changed, and leave older unfinished generations behind', async () => {
      const { id } = await connect();
      await pull(id);
      apifox.projects.set('4711', { token: 'a-token', modules: { '': petsDocument({ maxLength: 20 }) } });
      await pull(id);
      const [first, second] = await test.db.generation.findMany({ orderBy: { number: 'asc' } });
      expect(first).toMatchObject({ state: 'superseded', finishedAt: start });
      expect(second).toMatchObject({ number: 2, state: 'queued' });
      const version = await test.db.specVersion.findFirstOrThrow({ where: { number: 2 } });
      expect(version.changes).toMatchObject([
        { path: '/pets', status: 'changed', breaking: true },
        { path: '/pets/{petId}', status: 'changed' },
      ]);
    });

    it('are told when there is nothing to pull from', async () => {
      const { id } = await createConnection(test.db);
      await expect(process(await deliver(id, notice))).rejects.toMatchObject({ code: 'invalid_input' });
      await expect(pull(id)).rejects.toMatchObject({ code: 'invalid_input' });
    });

    it('of a deleted connection lead to nothing', async () => {
      const { id } = await connect({ deletedAt: start });
      await expect(process(await deliver(id, notice))).rejects.toMatchObject({ code: 'gone' });
      await pull(id);
      await pull('unknown');
      await process('unknown');
      expect(apifox.calls).toEqual([]);
    });
  });

  const traps: [string, Trap, object][] = [
    ['an empty body', { kind: 'empty' }, { code: 'unavailable', message: /without an OpenAPI document/ }],
    ['no document', { kind: 'not-a-document' }, { code: 'unavailable' }],
    ['a redirect to a page', { kind: 'html-redirect' }, { code: 'invalid_input', message: /redirect/ }],
    [
      'too many requests',
      { kind: 'status', status: 429, retryAfter: '7' },
      { code: 'unavailable', details: { retryAfter: 7 } },
    ],
    ['an error of its own', { kind: 'status', status: 502 }, { code: 'unavailable', message: /502/ }],
    ['a status that nobody expects', { kind: 'status', status: 418 }, { code: 'invalid_input' }],
    ['a connection that breaks', { kind: 'dropped' }, { code: 'unavailable' }],
    ['a document without end', { kind: 'too-large' }, { code: 'too_large' }],
  ];
  it.each(traps)('tells what is wrong when the export answers with %s', async (_name, trap, expected) => {
    const { id } = await connect();
    apifox.traps.push(trap);
    const { message, ...rest } = { message: /./, ...expected };
    const error = await pull(id).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ ...rest, message: expect.stringMatching(message) });
    expect((await test.db.connection.findFirstOrThrow()).lastError).toMatch(message);
    await pull(id);
    expect(await test.db.connection.findFirst()).toMatchObject({ lastError: null });
  });

  it.each([
    ['an unknown token', { token: 'another' }, {}, 'unauthenticated'],
    ['an unknown project', { projectId: '1' }, {}, 'not_found'],
    ['an unknown module', { moduleId: '3' }, {}, 'not_found'],
    ['a branch that is none', { branchId: 'main' }, {}, 'invalid_input'],
    ['a project that the token may not see', {}, { forbidden: true }, 'forbidden'],
    ['a private address where none is allowed', { allowPrivate: false }, {}, 'forbidden'],
  ])('refuses for good with %s', async (_name, connection, project, code) => {
    apifox.projects.set('4711', { token: 'a-token', modules: { '': petsDocument() }, ...project });
    const { id } = await connect(connection);
    await expect(pull(id)).rejects.toMatchObject({ code });
    expect(await test.db.specVersion.count()).toBe(0);
  });

  it('leaves a server alone that failed five times in a row', async () => {
    const { id } = await connect();
    for (let index = 0; index < 5; index++) {
      apifox.traps.push({ kind: 'status', status: 500 });
      await expect(pull(id)).rejects.toMatchObject({ message: /500/ });
    }
    await expect(pull(id)).rejects.toMatchObject({ code: 'unavailable', details: { retryAfter: 60 } });
    expect(apifox.calls).toHaveLength(5);
  });

  it('leaves the cause at the notices that waited for a pull', async () => {
    const { id } = await connect();
    const deliveryId = await deliver(id, notice);
    await process(deliveryId);
    now = at(60);
    await failPull(context, id, 'refused');
    expect(await delivery(deliveryId)).toMatchObject({
      state: 'failed',
      error: 'refused',
      finishedAt: at(60),
    });
    expect(await test.db.connection.findFirst()).toMatchObject({
      lastError: 'refused',
      lastPulledAt: at(60),
    });
  });
});
