import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import type { MigrationList, SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg';

import { withSchemaEngine } from './schema-engine';

const filters: SchemaFilter = { externalTables: [], externalEnums: [] };

/** Where the schema and its migrations stand. */
export interface MigrationFolder {
  schemaPath: string;
  migrationsPath: string;
}

/** The folder of this project, given its root. */
export function migrationFolder(root: string): MigrationFolder {
  return { schemaPath: join(root, 'prisma/schema.prisma'), migrationsPath: join(root, 'prisma/migrations') };
}

/**
 * Applies what has not been applied yet, like `prisma migrate deploy`; safe to call at every start.
 * @returns names of the migrations applied now
 */
export async function applyMigrations(url: string, folder: MigrationFolder): Promise<string[]> {
  await mkdir(dirname(resolve(url.replace(/^file:/, ''))), { recursive: true });
  const migrationsList = await migrationList(folder);
  return withSchemaEngine(url, undefined, async (engine) => {
    const result = await engine.applyMigrations({ migrationsList, filters });
    return result.appliedMigrationNames;
  });
}

/** The SQL that leads from the migrations, applied to a database of their own, to the schema; empty when they agree. */
export async function pendingSchemaSql(folder: MigrationFolder): Promise<string> {
  const content = await readFile(folder.schemaPath, 'utf8');
  const scratch = await mkdtemp(join(tmpdir(), 'ai-test-gen-schema-'));
  const url = `file:${join(scratch, 'migrated.db')}`;
  try {
    await applyMigrations(url, folder);
    const files = [{ path: folder.schemaPath, content }];
    const { stdout } = await withSchemaEngine(url, [[folder.schemaPath, content]], (engine) =>
      engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: scratch },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters,
      }),
    );
    return isEmptyScript(stdout ?? '') ? '' : (stdout ?? '');
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Writes a migration from the difference between migrations and schema.
 * @param name words for the folder's name
 * @param now its timestamp
 * @returns the new folder's name, or undefined when there is no difference
 */
export async function writeMigration(
  folder: MigrationFolder,
  name: string,
  now: Date,
): Promise<string | undefined> {
  const sql = await pendingSchemaSql(folder);
  if (sql === '') return undefined;
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  const directory = `${stamp}_${slug}`;
  await mkdir(join(folder.migrationsPath, directory), { recursive: true });
  await writeFile(join(folder.migrationsPath, directory, 'migration.sql'), sql);
  await writeFile(join(folder.migrationsPath, 'migration_lock.toml'), 'provider = "sqlite"\n');
  return directory;
}

async function migrationList(folder: MigrationFolder): Promise<MigrationList> {
  const entries = await readdir(folder.migrationsPath, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockPath = join(folder.migrationsPath, 'migration_lock.toml');
  return {
    baseDir: folder.migrationsPath,
    lockfile: { path: 'migration_lock.toml', content: await readFile(lockPath, 'utf8').catch(() => null) },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(folder.migrationsPath, path, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}

function isEmptyScript(sql: string): boolean {
  return sql.split('\n').every((line) => line.trim() === '' || line.startsWith('--'));
}
