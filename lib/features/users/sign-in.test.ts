import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { authenticateUser } from './authenticate-user';
import { ensureAdmin } from './ensure-admin';
import { loadActor } from './load-actor';

import { contextFor, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let now: Date;
const email = 'ada@example.com';
const password = 'correct horse';

beforeAll(async () => {
  test = await openTestDatabase();
  await ensureAdmin({ db: test.db }, { email, password });
});
afterAll(() => test.close());
beforeEach(async () => {
  now = new Date('2026-01-05T10:00:00Z');
  await test.db.signInThrottle.deleteMany();
});

const attempt = (given: { email?: string; password?: string; address?: string } = {}) =>
  authenticateUser(
    { ...contextFor(test.db), clock: () => now },
    { email, password, address: '203.0.113.1', ...given },
  );
const stored = () => test.db.user.findUniqueOrThrow({ where: { email } });

describe('authenticateUser', () => {
  it('knows the right password, whatever the case of the e-mail, and writes it down', async () => {
    expect(await attempt({ email: ' ADA@Example.com ' })).toMatchObject({ email, sessionVersion: 1 });
    expect((await stored()).lastSignInAt).toEqual(now);
    const entry = await test.db.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(entry).toMatchObject({ action: 'user.sign-in', subjectType: 'user', actorName: 'Administrator' });
  });

  it('answers an unknown e-mail, a wrong password and a disabled person alike', async () => {
    await createUser(test.db, { email: 'gone@example.com' });
    await test.db.user.update({
      where: { email: 'gone@example.com' },
      data: { disabledAt: now, passwordHash: (await stored()).passwordHash },
    });
    expect(await attempt({ password: 'wrong' })).toBeUndefined();
    expect(await attempt({ email: 'nobody@example.com' })).toBeUndefined();
    expect(await attempt({ email: 'gone@example.com' })).toBeUndefined();
  });

  it('lets five slips pass in a quarter of an hour, then says how long to wait', async () => {
    for (let slip = 0; slip < 5; slip += 1) await attempt({ password: 'wrong' });
    now = new Date(now.getTime() + 60_000);
    await expect(attempt()).rejects.toMatchObject({ code: 'rate_limited', details: { seconds: 840 } });
    await expect(attempt({ address: '198.51.100.7' })).rejects.toMatchObject({ code: 'rate_limited' });
    now = new Date(now.getTime() + 840_000);
    expect(await attempt()).toMatchObject({ email });
  });

  it('counts for an e-mail that nobody has just the same', async () => {
    for (let slip = 0; slip < 5; slip += 1) await attempt({ email: 'nobody@example.com' });
    await expect(attempt({ email: 'nobody@example.com' })).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('lets no more through when all attempts come at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => attempt({ password: 'wrong' })));
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(5);
  });

  it('forgets the slips of a person who then gets it right', async () => {
    for (let slip = 0; slip < 4; slip += 1) await attempt({ password: 'wrong' });
    await attempt();
    for (let slip = 0; slip < 5; slip += 1) expect(await attempt({ password: 'wrong' })).toBeUndefined();
  });

  it('stops an address that tries many e-mails', async () => {
    await test.db.signInThrottle.create({
      data: { key: 'address:203.0.113.1', failures: 30, windowStart: now },
    });
    await expect(attempt({ email: 'new@example.com' })).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await attempt({ address: '198.51.100.7' })).toMatchObject({ email });
  });
});

describe('loadActor', () => {
  it('takes role and name from the record', async () => {
    const user = await stored();
    const session = { userId: user.id, sessionVersion: user.sessionVersion };
    expect(await loadActor({ db: test.db }, session)).toMatchObject({ role: 'admin', email, via: 'web' });
  });

  it.each([
    ['no session', async () => undefined],
    ['a person who is gone', async () => ({ userId: 'gone', sessionVersion: 1 })],
    [
      'an older session version',
      async () => {
        const user = await createUser(test.db);
        await test.db.user.update({ where: { id: user.id }, data: { sessionVersion: 2 } });
        return { userId: user.id, sessionVersion: 1 };
      },
    ],
    [
      'a disabled person',
      async () => {
        const user = await createUser(test.db);
        await test.db.user.update({ where: { id: user.id }, data: { disabledAt: now } });
        return { userId: user.id, sessionVersion: 1 };
      },
    ],
  ])('refuses %s', async (_name, session) => {
    await expect(loadActor({ db: test.db }, await session())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});

describe('ensureAdmin', () => {
  it('makes a password when none is given, once', async () => {
    const fresh = await openTestDatabase();
    const [first, second] = await Promise.all([
      ensureAdmin({ db: fresh.db }, { email: 'Root@Example.com' }),
      ensureAdmin({ db: fresh.db }, { email: 'Root@Example.com' }),
    ]);
    const made = [first, second].filter((entry) => entry !== undefined);
    expect(made).toEqual([{ email: 'root@example.com', generatedPassword: expect.any(String) }]);
    expect(await ensureAdmin({ db: fresh.db }, { email: 'other@example.com' })).toBeUndefined();
    const user = await authenticateUser(contextFor(fresh.db), {
      email: 'root@example.com',
      password: made[0]!.generatedPassword!,
      address: 'x',
    });
    expect(user).toMatchObject({ email: 'root@example.com' });
    await fresh.close();
  });
});
