import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { changeOwnName } from './change-own-name';
import { changeOwnPassword } from './change-own-password';
import { changeRole } from './change-role';
import { createUser } from './create-user';
import { listUsers } from './list-users';
import { resetPassword } from './reset-password';
import { setDisabled } from './set-disabled';

import { hashPassword, verifyPassword } from '#lib/platform/auth/password';
import { contextFor, createUser as storeUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let admin: Awaited<ReturnType<typeof storeUser>>;
let reviewer: Awaited<ReturnType<typeof storeUser>>;
let asAdmin: Context;
let asReviewer: Context;

beforeEach(async () => {
  test = await openTestDatabase();
  admin = await storeUser(test.db, { name: 'Ada', role: 'admin', email: 'ada@example.com' });
  reviewer = await storeUser(test.db, { name: 'Bob', email: 'bob@example.com' });
  asAdmin = contextFor(test.db, admin);
  asReviewer = contextFor(test.db, reviewer);
});
afterEach(() => test.close());

const stored = (id: string) => test.db.user.findUniqueOrThrow({ where: { id } });
const actions = async () =>
  (await test.db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map((e) => e.action);

describe('people are managed', () => {
  it('by administrators only', async () => {
    const userId = admin.id;
    const attempts = [
      () => listUsers(asReviewer),
      () => createUser(asReviewer, { email: 'x@example.com', name: 'X', role: 'admin' }),
      () => changeRole(asReviewer, { userId, role: 'reviewer' }),
      () => setDisabled(asReviewer, { userId, disabled: true }),
      () => resetPassword(asReviewer, { userId }),
    ];
    for (const run of attempts) await expect(run()).rejects.toMatchObject({ code: 'forbidden' });
    expect(await actions()).toEqual([]);
  });

  it('and are listed without their hashes', async () => {
    const users = await listUsers(asAdmin);
    expect(users.map((user) => [user.name, user.role, user.isSelf])).toEqual([
      ['Ada', 'admin', true],
      ['Bob', 'reviewer', false],
    ]);
    expect(JSON.stringify(users)).not.toContain('passwordHash');
  });
});

describe('createUser', () => {
  it('makes a password that is shown once, or takes one', async () => {
    const made = await createUser(asAdmin, { email: ' Eve@Example.com', name: 'Eve', role: 'reviewer' });
    expect(made.user).toMatchObject({ email: 'eve@example.com', disabled: false });
    const { passwordHash } = await stored(made.user.id);
    expect(await verifyPassword(made.generatedPassword!, passwordHash)).toBe(true);

    const given = await createUser(asAdmin, {
      email: 'fay@example.com',
      name: 'Fay',
      role: 'admin',
      password: 'a long passphrase',
    });
    expect(given.generatedPassword).toBeUndefined();
    expect(await actions()).toEqual(['user.create', 'user.create']);
    expect(JSON.stringify(await test.db.auditEntry.findMany())).not.toContain('passphrase');
  });

  it('refuses an e-mail that is taken, and what does not fit', async () => {
    const input = { email: 'BOB@example.com', name: 'B', role: 'reviewer' } as const;
    await expect(createUser(asAdmin, input)).rejects.toMatchObject({
      code: 'conflict',
      details: { field: 'email' },
    });
    for (const bad of [
      { email: 'nobody' },
      { name: ' ' },
      { password: 'short' },
      { password: 'aaaaaaaaaaaaa' },
    ]) {
      await expect(createUser(asAdmin, { ...input, ...bad })).rejects.toHaveProperty('name', 'ZodError');
    }
  });
});

describe('the last administrator', () => {
  it('stays one, and can change when there is another', async () => {
    const lastRole = changeRole(asAdmin, { userId: admin.id, role: 'reviewer' });
    await expect(lastRole).rejects.toMatchObject({
      code: 'conflict',
      message: 'This is the last administrator.',
    });
    await changeRole(asAdmin, { userId: reviewer.id, role: 'admin' });
    expect(await changeRole(asAdmin, { userId: admin.id, role: 'reviewer' })).toMatchObject({
      role: 'reviewer',
    });
  });

  it('does not count those who are disabled', async () => {
    const other = await storeUser(test.db, { role: 'admin' });
    await setDisabled(asAdmin, { userId: other.id, disabled: true });
    await expect(changeRole(asAdmin, { userId: admin.id, role: 'reviewer' })).rejects.toMatchObject({
      code: 'conflict',
    });
    // As if the other one had asked while being shut out: the record decides, not the moment of the click.
    const asOther = contextFor(test.db, other);
    await expect(setDisabled(asOther, { userId: admin.id, disabled: true })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('cannot be lost when two demote each other at once', async () => {
    const other = await storeUser(test.db, { role: 'admin' });
    await Promise.allSettled([
      changeRole(asAdmin, { userId: other.id, role: 'reviewer' }),
      changeRole(contextFor(test.db, other), { userId: admin.id, role: 'reviewer' }),
    ]);
    expect(await test.db.user.count({ where: { role: 'admin', disabledAt: null } })).toBe(1);
  });
});

describe('changes end sessions', () => {
  it.each([
    ['a new role', (userId: string) => changeRole(asAdmin, { userId, role: 'admin' })],
    ['disabling', (userId: string) => setDisabled(asAdmin, { userId, disabled: true })],
    ['a reset password', (userId: string) => resetPassword(asAdmin, { userId })],
  ])('%s', async (_name, change) => {
    await change(reviewer.id);
    expect((await stored(reviewer.id)).sessionVersion).toBe(2);
  });

  it('but nothing happens when nothing changes', async () => {
    await changeRole(asAdmin, { userId: reviewer.id, role: 'reviewer' });
    await setDisabled(asAdmin, { userId: reviewer.id, disabled: false });
    expect((await stored(reviewer.id)).sessionVersion).toBe(1);
    expect(await actions()).toEqual([]);
  });
});

it('enables somebody again, but nobody disables or resets themselves', async () => {
  await setDisabled(asAdmin, { userId: reviewer.id, disabled: true });
  expect(await setDisabled(asAdmin, { userId: reviewer.id, disabled: false })).toMatchObject({
    disabled: false,
  });
  await expect(setDisabled(asAdmin, { userId: admin.id, disabled: true })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(resetPassword(asAdmin, { userId: admin.id })).rejects.toMatchObject({ code: 'conflict' });
  await expect(resetPassword(asAdmin, { userId: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
  expect(await actions()).toEqual(['user.disable', 'user.enable']);
});

describe('one’s own record', () => {
  beforeEach(async () => {
    const passwordHash = await hashPassword('the old password');
    await test.db.user.update({ where: { id: reviewer.id }, data: { passwordHash } });
  });

  it('takes a new password from who knows the old one', async () => {
    const newPassword = 'a brand new password';
    await changeOwnPassword(asReviewer, { currentPassword: 'the old password', newPassword });
    const row = await stored(reviewer.id);
    expect(await verifyPassword(newPassword, row.passwordHash)).toBe(true);
    expect(row.sessionVersion).toBe(2);
    expect(await actions()).toEqual(['user.change-password']);
  });

  it('lets nobody guess the old one', async () => {
    const guess = () =>
      changeOwnPassword(asReviewer, { currentPassword: 'a guess', newPassword: 'a brand new password' });
    for (let slip = 0; slip < 5; slip += 1) {
      await expect(guess()).rejects.toMatchObject({ details: { field: 'currentPassword' } });
    }
    await expect(guess()).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('takes a new name', async () => {
    await changeOwnName(asReviewer, { name: ' Robert ' });
    await changeOwnName(
      { ...asReviewer, actor: { ...asReviewer.actor, name: 'Robert' } },
      { name: 'Robert' },
    );
    expect((await stored(reviewer.id)).name).toBe('Robert');
    expect(await actions()).toEqual(['user.change-name']);
  });
});
