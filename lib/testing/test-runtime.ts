import { testEncryptionKey } from './connections';
import { openTestDatabase } from './test-database';

import { readEnv } from '#lib/platform/config/env';
import { createLogger } from '#lib/platform/observability/logger';
import { useRuntime } from '#lib/platform/runtime';
import type { Runtime } from '#lib/platform/runtime';

export interface TestRuntime extends Runtime {
  close(): Promise<void>;
}

/**
 * A runtime on a fresh database and data folder, in place of this process' own until it is closed.
 * @param variables environment variables that differ from the defaults
 */
export async function openTestRuntime(variables: Record<string, string> = {}): Promise<TestRuntime> {
  const database = await openTestDatabase();
  const env = readEnv(
    {
      NODE_ENV: 'test',
      DATA_DIR: database.directory,
      DATABASE_URL: database.url,
      ENCRYPTION_KEY: testEncryptionKey,
      AUTH_SECRET: 'a'.repeat(32),
      LOG_LEVEL: 'silent',
      ...variables,
    },
    database.directory,
  );
  const opened: Runtime = {
    env,
    db: database.db,
    secrets: { authSecret: 'a'.repeat(32), encryptionKey: testEncryptionKey },
    log: createLogger('web', env.LOG_LEVEL),
  };
  useRuntime(opened);
  return {
    ...opened,
    async close() {
      useRuntime(undefined);
      await database.close();
    },
  };
}
