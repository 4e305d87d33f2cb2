import { afterEach, beforeEach, expect, it } from 'vitest';

import { loadOperator } from './load-operator';

import { createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase();
});
afterEach(() => test.close());

it('is the person who was named, or the only administrator', async () => {
  await createUser(test.db, { email: 'ada@example.com', role: 'admin' });
  await createUser(test.db, { email: 'mei@example.com' });
  expect(await loadOperator(test, undefined)).toMatchObject({
    email: 'ada@example.com',
    role: 'admin',
    via: 'cli',
  });
  expect(await loadOperator(test, ' Mei@Example.com')).toMatchObject({ role: 'reviewer' });
});

it('is nobody when it is not clear who is meant', async () => {
  await expect(loadOperator(test, undefined)).rejects.toThrow('There is no administrator yet.');
  await createUser(test.db, { role: 'admin' });
  const { id } = await createUser(test.db, { email: 'ada@example.com', role: 'admin' });
  await expect(loadOperator(test, undefined)).rejects.toThrow('There are several administrators.');
  await test.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
  await expect(loadOperator(test, 'ada@example.com')).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await loadOperator(test, undefined)).toMatchObject({ role: 'admin' });
});
