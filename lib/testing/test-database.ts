import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openDatabase } from '#lib/platform/db/client';
import type { Database } from '#lib/platform/db/client';
import { applyMigrations, migrationFolder } from '#lib/platform/db/migrations';

const root = fileURLToPath(new URL('../..', import.meta.url));
let template: Promise<string> | undefined;

export interface TestDatabase {
  db: Database;
  url: string;
  /** The folder that holds the file; gone after `close`. */
  directory: string;
  close(): Promise<void>;
}

/** A fresh migrated SQLite file of its own: a copy of one that is migrated once per test process. */
export async function openTestDatabase(): Promise<TestDatabase> {
  template ??= migratedTemplate();
  const directory = await mkdtemp(join(tmpdir(), 'ai-test-gen-db-'));
  const file = join(directory, 'test.db');
  await copyFile(await template, file);
  const url = `file:${file}`;
  const db = await openDatabase(url);
  return {
    db,
    url,
    directory,
    async close() {
      await db.$disconnect();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function migratedTemplate(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ai-test-gen-template-'));
  const file = join(directory, 'template.db');
  await applyMigrations(`file:${file}`, migrationFolder(root));
  await stat(file);
  return file;
}
