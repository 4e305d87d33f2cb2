import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';

import { AppError } from '../../core/errors';

import { PrismaClient } from './generated/client';
import type { Prisma } from './generated/client';
import { serialAdapter } from './serial-adapter';

export type Database = PrismaClient;
/** What a use case writes through inside a transaction. */
export type Transaction = Prisma.TransactionClient;
export { Prisma } from './generated/client';

/** Milliseconds that a writer waits for another process before it gives up. */
export const busyTimeoutMs = 10_000;

/** The adapter for a SQLite URL such as `file:./data/ai-test-gen.db`; foreign keys are on in better-sqlite3's build. */
export function sqliteAdapter(url: string, timeout = busyTimeoutMs): PrismaBetterSqlite3 {
  if (!url.startsWith('file:')) {
    throw new AppError('invalid_input', `DATABASE_URL "${url.split(':')[0]}:…" is not a SQLite file.`, {
      advice: 'Use a file URL, for example file:./data/ai-test-gen.db',
    });
  }
  return new PrismaBetterSqlite3({ url, timeout });
}

/**
 * Opens the database that web, worker and CLI share. Write-ahead logging lets them read while one of them writes.
 * @param url a SQLite file URL
 */
export async function openDatabase(url: string): Promise<Database> {
  const db = new PrismaClient({
    // The serial adapter waits without blocking the process; SQLite itself need not.
    adapter: serialAdapter(sqliteAdapter(url, 5)),
    // The other formats put arguments, and so perhaps a secret, into messages.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 20_000, timeout: 30_000 },
  });
  await db.$queryRawUnsafe('PRAGMA journal_mode = WAL');
  await db.$queryRawUnsafe('PRAGMA foreign_keys = ON');
  return db;
}
