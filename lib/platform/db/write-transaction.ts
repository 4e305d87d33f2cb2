import type { Database, Transaction } from './client';

/** A bulk decision on thousands of cases, behind another process that writes, takes seconds at worst. */
const limits = { maxWait: 15_000, timeout: 30_000 };

/**
 * Runs `work` in a transaction that holds the write lock from its first statement. What it reads is then still true
 * when it writes: a transaction that begins with a read fails at its first write when another process wrote in
 * between (SQLITE_BUSY_SNAPSHOT), and no busy timeout helps.
 */
export async function writeTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE "Setting" SET "key" = "key" WHERE 0`;
    return work(tx);
  }, limits);
}
