import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { createConnectionInput } from './contract';
import type { CreateConnectionInput } from './contract';
import { createConnection } from './create-connection';
import { deleteConnection } from './delete-connection';
import { dropPreviousSecret } from './drop-previous-secret';
import { getConnection } from './get-connection';
import { listConnections } from './list-connections';
import { listLinkableApis } from './list-linkable-apis';
import { requestPull } from './request-pull';
import { rotateSecret } from './rotate-secret';
import { updateConnection } from './update-connection';

import { decryptSecret } from '#lib/platform/config/crypto';
import { contextFor, createApi, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const encryptionKey = Buffer.alloc(32, 9).toString('base64');
const publicUrl = 'https://tests.example.com';
const token = 'afxp_0123456789abcdef';
const now = new Date('2026-01-05T10:00:00Z');
const apifox: CreateConnectionInput = {
  name: 'Orders',
  provider: 'apifox',
  signatureMode: 'hmac-sha1',
  projectId: '123456',
  token,
};

let test: TestDatabase;
let admin: Context;
let reviewer: Context;

beforeEach(async () => {
  test = await openTestDatabase();
  admin = {
    ...contextFor(test.db, await createUser(test.db, { role: 'admin', name: 'Ada' })),
    clock: () => now,
  };
  reviewer = contextFor(test.db, await createUser(test.db));
});
afterEach(() => test.close());

const create = (more: Partial<CreateConnectionInput> = {}) =>
  createConnection(admin, { ...apifox, ...more }, { encryptionKey });
const stored = (id: string) => test.db.connection.findUniqueOrThrow({ where: { id } });
const shown = (connectionId: string) => getConnection(admin, { connectionId, publicUrl });
const lastAudit = () => test.db.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });

it('is for administrators only', async () => {
  const { connectionId } = await create();
  const attempts = [
    () => listConnections(reviewer, { publicUrl }),
    () => getConnection(reviewer, { connectionId, publicUrl }),
    () => listLinkableApis(reviewer),
    () => createConnection(reviewer, apifox, { encryptionKey }),
    () => updateConnection(reviewer, { ...apifox, connectionId }, { encryptionKey }),
    () => rotateSecret(reviewer, { connectionId }, { encryptionKey }),
    () => dropPreviousSecret(reviewer, { connectionId }),
    () => deleteConnection(reviewer, { connectionId }),
    () => requestPull(reviewer, { connectionId }),
  ];
  for (const run of attempts) await expect(run()).rejects.toMatchObject({ code: 'forbidden' });
});

describe('createConnection', () => {
  it('seals secret and token, and shows neither again', async () => {
    const { connectionId, secret } = await create();
    const row = await stored(connectionId);
    expect(decryptSecret(row.secretCipher, encryptionKey)).toBe(secret);
    expect(decryptSecret(row.tokenCipher ?? '', encryptionKey)).toBe(token);

    const texts = JSON.stringify([
      await shown(connectionId),
      await listConnections(admin, { publicUrl }),
      await test.db.auditEntry.findMany(),
    ]);
    for (const hidden of [secret, token, row.secretCipher, row.tokenCipher])
      expect(texts).not.toContain(hidden);
    expect(await shown(connectionId)).toMatchObject({
      tokenLast4: 'cdef',
      webhookUrl: `${publicUrl}/api/webhook/apifox?c=${row.key}`,
      pollMinutes: 15,
      lastDelivery: null,
    });
    expect(await lastAudit()).toMatchObject({ action: 'connection.create', actorName: 'Ada' });
  });

  it.each([
    ['hmac-sha256', /^[\w-]{43}$/],
    ['standard-webhooks', /^whsec_[A-Za-z0-9+/]{43}=$/],
  ] as const)('makes a secret as %s wants it', async (signatureMode, shape) => {
    expect((await create({ signatureMode })).secret).toMatch(shape);
  });

  it('takes a secret that the sender has chosen', async () => {
    expect((await create({ secret: 'chosen-by-the-sender' })).secret).toBe('chosen-by-the-sender');
  });

  it('lets one connection answer the bare address', async () => {
    const first = await create({ isDefault: true });
    const second = await create({ isDefault: true });
    expect((await stored(first.connectionId)).isDefault).toBe(false);
    expect((await stored(second.connectionId)).isDefault).toBe(true);
  });

  it('links an API that is there', async () => {
    const api = await createApi(test.db);
    expect(await listLinkableApis(admin)).toEqual([{ id: api.id, name: api.name }]);
    const { connectionId } = await create({ apiId: api.id });
    expect((await shown(connectionId)).api).toEqual({ id: api.id, name: api.name, slug: api.slug });
    await expect(create({ apiId: 'gone' })).rejects.toMatchObject({ details: { field: 'apiId' } });
  });

  it('keeps nothing that a pushed connection does not use', async () => {
    const { connectionId } = await create({
      provider: 'push',
      signatureMode: 'bearer',
      signatureHeader: 'x-signature',
      baseUrl: 'https://apifox.example.com',
      token: null,
    });
    expect(await shown(connectionId)).toMatchObject({
      baseUrl: null,
      projectId: null,
      signatureHeader: null,
      tokenLast4: null,
    });
  });
});

describe('what is entered', () => {
  it.each<[string, Partial<CreateConnectionInput>, RegExp]>([
    ['no project', { projectId: null }, /Enter the project/],
    ['a project that is a URL', { projectId: 'https://apifox.com/project/1' }, /Copy the number/],
    ['a base URL of another kind', { baseUrl: 'ftp://example.com' }, /Give a URL/],
    ['a password in the base URL', { baseUrl: 'https://a:b@example.com' }, /Leave user and password out/],
    ['a host with a scheme', { allowedHosts: ['https://example.com'] }, /Give a host/],
    ['a host with a path', { allowedHosts: ['example.com/a'] }, /Give a host/],
    ['a header with a space', { signatureHeader: 'x signature' }, /HTTP header/],
    ['a header injection', { token: 'abcdefgh\r\nx-evil: 1' }, /no spaces/],
    ['a short secret', { secret: 'short' }, /at least 16/],
    ['polling each minute', { pollMinutes: 1 }, /every 5 minutes/],
    ['no name', { name: ' ' }, /Enter a name/],
  ])('is refused with %s', (_name, more, message) => {
    expect(() => createConnectionInput.parse({ ...apifox, ...more })).toThrow(message);
  });

  it('is taken in the forms that people paste', () => {
    const parsed = createConnectionInput.parse({
      ...apifox,
      baseUrl: 'https://apifox.example.com/',
      allowedHosts: ['Docs.Example.com', 'localhost:8080', '10.0.0.1', '[::1]:9000'],
      signatureHeader: ' X-Apifox-Signature ',
    });
    expect(parsed).toMatchObject({
      baseUrl: 'https://apifox.example.com',
      allowedHosts: ['docs.example.com', 'localhost:8080', '10.0.0.1', '[::1]:9000'],
      signatureHeader: 'x-apifox-signature',
    });
  });
});

describe('updateConnection', () => {
  const update = (connectionId: string, more: object = {}) => {
    const { token: _token, ...fields } = apifox;
    return updateConnection(admin, { ...fields, connectionId, ...more }, { encryptionKey });
  };

  it('keeps the token unless another one is given, or it is removed', async () => {
    const { connectionId } = await create();
    await update(connectionId, { name: 'Orders 2' });
    expect(await shown(connectionId)).toMatchObject({ name: 'Orders 2', tokenLast4: 'cdef' });
    expect((await lastAudit()).details).toEqual({ name: 'Orders 2', changed: ['name'] });

    await update(connectionId, { token: 'another-token-wxyz' });
    expect((await shown(connectionId)).tokenLast4).toBe('wxyz');
    expect(decryptSecret((await stored(connectionId)).tokenCipher ?? '', encryptionKey)).toBe(
      'another-token-wxyz',
    );

    await update(connectionId, { token: null, isDefault: true });
    expect(await shown(connectionId)).toMatchObject({ tokenLast4: null, isDefault: true });
    expect((await lastAudit()).details).toMatchObject({ changed: ['isDefault', 'token'] });
  });

  it.each([
    ['server', { baseUrl: 'https://elsewhere.example.com' }],
    ['vendor', { provider: 'apidog', baseUrl: null }],
  ])('sends no stored token to another %s', async (_name, change) => {
    const { connectionId } = await create({ baseUrl: 'https://apifox.example.com/api' });
    const same = { baseUrl: 'https://apifox.example.com/v2/' };
    await update(connectionId, same);
    await expect(update(connectionId, { ...same, ...change })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { field: 'token' },
    });
    await update(connectionId, { ...same, ...change, token: 'another-token-wxyz' });
    await update(connectionId, { token: null });
    expect((await shown(connectionId)).tokenLast4).toBeNull();
  });

  it('forgets a learned header when another mode is chosen', async () => {
    const { connectionId } = await create({ signatureHeader: 'x-learned' });
    await update(connectionId, { signatureMode: 'bearer', signatureHeader: 'x-learned' });
    expect((await shown(connectionId)).signatureHeader).toBeNull();
  });
});

describe('rotateSecret', () => {
  it('keeps the secret before for a day, or until it is dropped', async () => {
    const { connectionId, secret: first } = await create();
    const { secret: second, previousUntil } = await rotateSecret(admin, { connectionId }, { encryptionKey });
    expect(previousUntil).toBe('2026-01-06T10:00:00.000Z');
    const row = await stored(connectionId);
    expect(decryptSecret(row.secretCipher, encryptionKey)).toBe(second);
    expect(decryptSecret(row.previousCipher ?? '', encryptionKey)).toBe(first);
    expect((await shown(connectionId)).previousUntil).toBe(previousUntil);
    expect(await lastAudit()).toMatchObject({ action: 'connection.rotate-secret' });

    const later = { ...admin, clock: () => new Date('2026-01-06T10:00:01Z') };
    expect((await getConnection(later, { connectionId, publicUrl })).previousUntil).toBeNull();

    await dropPreviousSecret(admin, { connectionId });
    expect(await stored(connectionId)).toMatchObject({ previousCipher: null, previousUntil: null });
    expect(await lastAudit()).toMatchObject({ action: 'connection.drop-previous-secret' });
  });

  it('takes a secret that the sender has chosen', async () => {
    const { connectionId } = await create();
    const secret = 'chosen-by-the-sender';
    expect((await rotateSecret(admin, { connectionId, secret }, { encryptionKey })).secret).toBe(secret);
  });
});

describe('deleteConnection', () => {
  it('keeps the row for 410 and forgets every secret', async () => {
    const { connectionId } = await create({ isDefault: true });
    await rotateSecret(admin, { connectionId }, { encryptionKey });
    await deleteConnection(admin, { connectionId });
    expect(await stored(connectionId)).toMatchObject({
      deletedAt: now,
      isDefault: false,
      secretCipher: '',
      previousCipher: null,
      tokenCipher: null,
      tokenLast4: null,
    });
    expect(await listConnections(admin, { publicUrl })).toEqual([]);
    await expect(shown(connectionId)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('requestPull', () => {
  it('queues one pull, however often it is asked for', async () => {
    const { connectionId } = await create();
    await requestPull(admin, { connectionId });
    await requestPull(admin, { connectionId });
    const jobs = await test.db.job.findMany();
    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatchObject({ name: 'connection.pull', payload: { connectionId }, runAt: now });
  });

  it.each<[string, Partial<CreateConnectionInput>, RegExp]>([
    ['without a token', { token: null }, /Without a token/],
    ['where documents are pushed', { provider: 'push', signatureMode: 'bearer' }, /pushed/],
  ])('refuses %s', async (_name, more, message) => {
    const { connectionId } = await create(more);
    await expect(requestPull(admin, { connectionId })).rejects.toThrow(message);
  });
});
