import { afterEach, beforeEach, expect, it } from 'vitest';

import { openDatabase } from './client';
import type { Database } from './client';
import { writeTransaction } from './write-transaction';

import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let other: Database;
beforeEach(async () => {
  test = await openTestDatabase();
  other = await openDatabase(test.url);
});
afterEach(async () => {
  await other.$disconnect();
  await test.close();
});

it('lets two connections read, decide and write one after the other', async () => {
  await test.db.setting.create({ data: { key: 'counter', value: 0, updatedBy: 'test' } });
  const increment = (db: Database) =>
    writeTransaction(db, async (tx) => {
      const { value } = await tx.setting.findUniqueOrThrow({ where: { key: 'counter' } });
      await tx.setting.update({ where: { key: 'counter' }, data: { value: Number(value) + 1 } });
    });
  for (let round = 0; round < 5; round++) {
    await increment(test.db);
    await increment(other);
  }
  expect((await other.setting.findUniqueOrThrow({ where: { key: 'counter' } })).value).toBe(10);
});

it('leaves nothing behind when the work fails', async () => {
  const work = writeTransaction(test.db, async (tx) => {
    await tx.setting.create({ data: { key: 'half', value: 1, updatedBy: 'test' } });
    throw new Error('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(await other.setting.count()).toBe(0);
});
