import { fileURLToPath } from 'node:url';

import { afterEach, describe, expect, it } from 'vitest';

import { openDatabase } from './client';
import { applyMigrations, migrationFolder, pendingSchemaSql } from './migrations';

import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const folder = migrationFolder(fileURLToPath(new URL('../../..', import.meta.url)));

describe('migrations', () => {
  let test: TestDatabase | undefined;
  afterEach(async () => {
    await test?.close();
    test = undefined;
  });

  it('lead to exactly the schema', async () => {
    expect(await pendingSchemaSql(folder)).toBe('');
  });

  it('are applied once', async () => {
    test = await openTestDatabase();
    expect(await applyMigrations(test.url, folder)).toEqual([]);
  });

  it('give a database with write-ahead logging, foreign keys and a short busy timeout', async () => {
    test = await openTestDatabase();
    expect(await test.db.$queryRawUnsafe('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await test.db.$queryRawUnsafe('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1n }]);
    expect(await test.db.$queryRawUnsafe('PRAGMA busy_timeout')).toEqual([{ timeout: 5n }]);
  });

  it('let a second connection read while the first is inside a transaction', async () => {
    test = await openTestDatabase();
    const { db, url } = test;
    const other = await openDatabase(url);
    await db.$transaction(async (tx) => {
      await tx.api.create({ data: { slug: 'shop', name: 'Shop' } });
      expect(await other.api.count()).toBe(0);
    });
    expect(await other.api.count()).toBe(1);
    await other.$disconnect();
  });
});
