import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

import { sqliteAdapter } from './client';

const require = createRequire(import.meta.url);

type EngineModule = typeof SchemaEngineModule & { __wbg_set_wasm(exports: WebAssembly.Exports): void };
let loaded: Promise<EngineModule> | undefined;

export type SchemaEngine = SchemaEngineModule.SchemaEngine;

/**
 * Runs `work` with Prisma's own schema engine as WebAssembly on a database file. It keeps the `_prisma_migrations`
 * table that `prisma migrate deploy` uses, and needs no binary download.
 * @param url SQLite file URL
 * @param schemas path and text of the Prisma schema, where the call needs one
 */
export async function withSchemaEngine<T>(
  url: string,
  schemas: [string, string][] | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  // The module keeps its memory in a variable of its own: a second instance would pull it from under the first.
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const factory = sqliteAdapter(url);
  const open: SqlDriverAdapter[] = [];
  // The engine locks the file for itself and never closes its connection: that is done here.
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    open.push(connection);
    return connection;
  };
  const engine = await SchemaEngine.new(
    { datamodels: schemas },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await Promise.all(open.map((connection) => connection.dispose()));
  }
}

async function loadEngine(): Promise<EngineModule> {
  const bg: EngineModule = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bg });
  bg.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
  return bg;
}
