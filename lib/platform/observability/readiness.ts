import { readdir } from 'node:fs/promises';

import type { Database } from '../db/client';
import { lastBeat } from '../jobs/worker-heartbeat';

import type { Logger } from './logger';

/** A worker that was not heard of for this long is taken to be gone. */
const silenceMs = 60_000;

export interface Check {
  ok: boolean;
  /** What is wrong, in a sentence. */
  detail?: string;
}

/** What is checked, and where the cause of a failure goes. */
export interface CheckedSystem {
  db: Database;
  log: Logger;
}

export interface Readiness {
  ready: boolean;
  checks: { database: Check; migrations: Check; worker: Check };
}

/**
 * Whether this installation can do its work: the database answers, its tables are up to date, a worker is alive.
 * @param migrationsPath the folder of the migrations
 */
export async function checkReadiness(
  { db, log }: CheckedSystem,
  migrationsPath: string,
  now: Date,
): Promise<Readiness> {
  const database = await checked(log, 'The database does not answer.', async () => {
    await db.$queryRaw`SELECT 1`;
    return undefined;
  });
  const migrations = await checkMigrations({ db, log }, migrationsPath);
  const worker = await checkWorker({ db, log }, now);
  return {
    ready: database.ok && migrations.ok && worker.ok,
    checks: { database, migrations, worker },
  };
}

/** Whether all migrations of the folder have been applied. */
export async function checkMigrations({ db, log }: CheckedSystem, migrationsPath: string): Promise<Check> {
  return checked(log, 'The database has not been migrated.', async () => {
    const entries = await readdir(migrationsPath, { withFileTypes: true });
    const rows = await db.$queryRaw<{ migration_name: string }[]>`
      SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`;
    const applied = new Set(rows.map((row) => row.migration_name));
    const missing = entries.filter((entry) => entry.isDirectory() && !applied.has(entry.name));
    return missing.length === 0 ? undefined : `${missing.length} migrations have not been applied.`;
  });
}

async function checkWorker({ db, log }: CheckedSystem, now: Date): Promise<Check> {
  return checked(log, 'The worker has not been heard of.', async () => {
    const at = await lastBeat(db);
    if (at === undefined) return 'No worker has started yet.';
    const silent = now.getTime() - at.getTime();
    return silent <= silenceMs
      ? undefined
      : `The worker was last heard of ${Math.round(silent / 1000)} s ago.`;
  });
}

/** A check that fails when its work throws or says what is wrong. The cause is for the log, not for strangers. */
async function checked(
  log: Logger,
  failure: string,
  work: () => Promise<string | undefined>,
): Promise<Check> {
  try {
    const detail = await work();
    return detail === undefined ? { ok: true } : { ok: false, detail };
  } catch (error) {
    log.error({ err: error }, failure);
    return { ok: false, detail: failure };
  }
}
