import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { getApi } from './get-api';
import { getImport } from './get-import';
import { importDocument } from './import-document';
import { listApis } from './list-apis';

import { contextFor, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { sampleDocument } from '#lib/testing/sample-suite';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let context: Context;

beforeEach(async () => {
  test = await openTestDatabase();
  context = contextFor(test.db, await createUser(test.db, { name: 'Mei' }));
});
afterEach(() => test.close());

function createConnection(data: { apiId?: string; provider?: string } = {}) {
  return test.db.connection.create({
    data: {
      key: `key-${data.apiId ?? 'any'}`,
      name: 'Default',
      provider: 'push',
      isDefault: true,
      signatureMode: 'hmac-sha256',
      secretCipher: '-',
      allowedHosts: [],
      ...data,
    },
  });
}

describe('the APIs', () => {
  it('are listed by name with their newest version and its trouble', async () => {
    const api = await createApi(test.db, { slug: 'shop', name: 'Shop' });
    await createApi(test.db, { slug: 'empty', name: 'Empty' });
    await createGeneration(test.db, { apiId: api.id });
    const { specVersion } = await createGeneration(test.db, { apiId: api.id });
    const trouble = { severity: 'error', code: 'x', message: 'No.', source: { file: '', pointer: '/paths' } };
    await test.db.specVersion.update({
      where: { id: specVersion.id },
      data: { diagnostics: [trouble, { ...trouble, severity: 'warning', line: 3 }] },
    });
    const [empty, shop] = await listApis(context);
    expect(empty).toMatchObject({ name: 'Empty', versions: 0, diagnostics: { errors: 0, warnings: 0 } });
    expect(empty).not.toHaveProperty('latest');
    expect(shop).toMatchObject({
      versions: 2,
      latest: { label: '1.2.0', operationCount: 3 },
      diagnostics: { errors: 1, warnings: 1 },
    });
  });

  it('show versions with their changes, and generations with their counts', async () => {
    const api = await createApi(test.db, { slug: 'shop' });
    await createGeneration(test.db, { apiId: api.id, state: 'superseded' });
    const { specVersion } = await createGeneration(test.db, { apiId: api.id });
    const changes = [
      {
        id: 'createOrder',
        method: 'post',
        path: '/orders',
        status: 'changed',
        breaking: true,
        changes: [
          {
            kind: 'minimum-raised',
            message: 'Request body quantity: minimum 0 became 1.',
            breaking: true,
            source: { file: '', pointer: '/components' },
            side: 'after',
          },
        ],
      },
    ];
    await test.db.specVersion.update({ where: { id: specVersion.id }, data: { changes } });
    const view = await getApi(context, { slug: 'shop' });
    expect(view.versions.map((version) => version.number)).toEqual([2, 1]);
    expect(view.versions[0]?.changes).toEqual(changes);
    expect(view.generations[0]).toMatchObject({
      number: 2,
      state: 'ready',
      versionLabel: '1.2.0',
      counts: { total: 5, pending: 5 },
    });
  });

  it('are not found by an unknown slug, nor shown to strangers', async () => {
    await expect(getApi(context, { slug: 'gone' })).rejects.toMatchObject({ code: 'not_found' });
    const stranger = contextFor(test.db);
    await expect(getApi(stranger, { slug: 'gone' })).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(listApis(stranger)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('an import by hand', () => {
  it('is kept as a delivery with its job, and tells how far it is', async () => {
    await createConnection();
    const { deliveryId } = await importDocument(context, { document: sampleDocument, api: 'shop' });
    const delivery = await test.db.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
    expect(JSON.parse(Buffer.from(delivery.body ?? []).toString())).toEqual({
      api: 'shop',
      document: sampleDocument,
    });
    expect(await test.db.job.findMany({ select: { name: true, payload: true } })).toEqual([
      { name: 'delivery.process', payload: { deliveryId } },
    ]);
    expect(await test.db.auditEntry.count({ where: { action: 'document.import' } })).toBe(1);
    expect(await getImport(context, { deliveryId })).toEqual({ deliveryId, state: 'waiting' });
    await test.db.delivery.update({
      where: { id: deliveryId },
      data: { state: 'failed', error: 'No paths.' },
    });
    expect(await getImport(context, { deliveryId })).toMatchObject({ state: 'failed', error: 'No paths.' });
  });

  it('leads to its API and generation', async () => {
    await createConnection();
    const api = await createApi(test.db, { slug: 'shop', name: 'Shop' });
    const { generation, specVersion } = await createGeneration(test.db, { apiId: api.id });
    const { deliveryId } = await importDocument(context, { document: sampleDocument });
    await test.db.delivery.update({
      where: { id: deliveryId },
      data: { state: 'processed', specVersionId: specVersion.id },
    });
    expect(await getImport(context, { deliveryId })).toEqual({
      deliveryId,
      state: 'done',
      api: { slug: 'shop', name: 'Shop' },
      generationId: generation.id,
    });
  });

  it.each([
    ['', /first/],
    ['hello', /not an OpenAPI document/],
    ['{"event":"API_UPDATED","title":"x","content":"y"}', /not an OpenAPI document/],
    ['{"documentUrl":"http://example.com/a.json"}', /not an OpenAPI document/],
  ])('refuses %j', async (document, message) => {
    await createConnection();
    await expect(importDocument(context, { document })).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(message),
    });
    expect(await test.db.delivery.count()).toBe(0);
  });

  it('never goes to a connection that is bound to an API', async () => {
    await createConnection({ apiId: (await createApi(test.db)).id });
    await expect(importDocument(context, { document: sampleDocument })).rejects.toMatchObject({
      code: 'unavailable',
    });
    await expect(getImport(context, { deliveryId: 'gone' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
