import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { shortHash } from '#lib/core/stable-hash';
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

/** Migrated once for all test files and runs, until a migration changes. */
async function migratedTemplate(): Promise<string> {
  const migrations = migrationFolder(root);
  const template = join(root, '.setup', `test-${await hashOf(migrations.migrationsPath)}.db`);
  if (existsSync(template)) return template;
  await mkdir(join(root, '.setup'), { recursive: true });
  const scratch = await mkdtemp(join(root, '.setup', 'migrating-'));
  try {
    await applyMigrations(`file:${join(scratch, 'template.db')}`, migrations);
    await rename(join(scratch, 'template.db'), template);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return template;
}

async function hashOf(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.sql')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return shortHash(JSON.stringify([files, texts]));
}
