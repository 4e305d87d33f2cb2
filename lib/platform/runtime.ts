import { env } from './config/env';
import type { Env } from './config/env';
import { loadSecrets } from './config/secrets';
import type { Secrets } from './config/secrets';
import { openDatabase } from './db/client';
import type { Database } from './db/client';
import { createLogger } from './observability/logger';
import type { Logger } from './observability/logger';

export type ProcessName = Parameters<typeof createLogger>[0];

/** What a process opens once: its settings, secrets, database and log. */
export interface Runtime {
  env: Env;
  secrets: Secrets;
  db: Database;
  log: Logger;
}

declare global {
  /** Kept here, not in the module: a development server loads modules anew and would open the database again. */
  var aiTestGenRuntime: Promise<Runtime> | undefined;
}

/**
 * The runtime of this process, opened when first asked for.
 * @param process its name in the logs
 * @throws AppError `invalid_input` when the environment or the stored secrets are bad; the next call tries again
 */
export function runtime(process: ProcessName): Promise<Runtime> {
  globalThis.aiTestGenRuntime ??= openRuntime(process, env()).catch((error: unknown) => {
    globalThis.aiTestGenRuntime = undefined;
    throw error;
  });
  return globalThis.aiTestGenRuntime;
}

/** Opens a runtime of its own for given settings. */
export async function openRuntime(process: ProcessName, settings: Env): Promise<Runtime> {
  const secrets = await loadSecrets(settings);
  const db = await openDatabase(settings.DATABASE_URL);
  return { env: settings, secrets, db, log: createLogger(process, settings.LOG_LEVEL) };
}

/** Puts a runtime in place of the process' own, for a test that calls route handlers; `undefined` takes it away. */
export function useRuntime(replacement: Runtime | undefined): void {
  globalThis.aiTestGenRuntime = replacement === undefined ? undefined : Promise.resolve(replacement);
}
