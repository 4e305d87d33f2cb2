import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openDatabase } from './client';
import type { Database } from './client';

import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

describe('serialAdapter', () => {
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
  const add = (db: Pick<Database, 'api'>, slug: string) => db.api.create({ data: { slug, name: slug } });

  it("keeps a statement out of somebody else's transaction, and so out of its roll-back", async () => {
    let outside: Promise<unknown> | undefined;
    const failing = test.db.$transaction(async (tx) => {
      await add(tx, 'inside');
      outside = add(test.db, 'outside').then();
      await tx.api.count();
      throw new Error('roll back');
    });
    await expect(failing).rejects.toThrow('roll back');
    await outside;
    expect(await test.db.api.findMany({ select: { slug: true } })).toEqual([{ slug: 'outside' }]);
  });

  it('lets two processes read and then write in transactions at the same time', async () => {
    const raise = (db: Database) =>
      db.$transaction(async (tx) => {
        const count = await tx.api.count();
        await add(tx, `api-${count}`);
      });
    await Promise.all(Array.from({ length: 40 }, (_, index) => raise(index % 2 === 0 ? test.db : other)));
    expect(await test.db.api.count()).toBe(40);
  });

  it('goes on after a transaction that could not begin or ended in an error', async () => {
    await add(test.db, 'taken');
    await expect(test.db.$transaction((tx) => add(tx, 'taken'))).rejects.toThrow();
    await expect(add(test.db, 'taken')).rejects.toThrow();
    await test.db.$transaction((tx) => add(tx, 'free'));
    expect(await other.api.count()).toBe(2);
  });

  it('keeps the process alive while another one writes', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const begun: string[] = [];
    const writing = other.$transaction(async (tx) => {
      await add(tx, 'slow');
      begun.push('slow');
      await held;
    });
    while (begun.length === 0) await new Promise(setImmediate);
    const waiting = add(test.db, 'waiting').then();
    await new Promise((resolve) => setTimeout(resolve, 0));
    release();
    await Promise.all([writing, waiting]);
    expect(await test.db.api.count()).toBe(2);
  });
});
