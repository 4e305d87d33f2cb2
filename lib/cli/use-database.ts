import { access } from 'node:fs/promises';

import { AppError } from '#lib/core/errors';
import type { Actor, Context } from '#lib/features/context';
import { loadOperator } from '#lib/features/users/load-operator';
import { env } from '#lib/platform/config/env';
import { openRuntime } from '#lib/platform/runtime';

/**
 * Runs a command on the database that web and worker share, and closes it afterwards.
 * @param as the address of the person who acts; absent: the environment says, or the only administrator
 */
export async function asPerson<T>(
  as: string | undefined,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  return withContext(work, ({ db }) => loadOperator({ db }, as ?? env().AI_TEST_GEN_USER));
}

/** Runs a command that needs nobody in particular. */
export async function asSystem<T>(work: (context: Context) => Promise<T>): Promise<T> {
  return withContext(work, () => Promise.resolve({ kind: 'system', name: 'cli' }));
}

async function withContext<T>(
  work: (context: Context) => Promise<T>,
  actorOf: (context: Pick<Context, 'db'>) => Promise<Actor>,
): Promise<T> {
  const settings = env();
  const file = settings.DATABASE_URL.slice('file:'.length);
  await access(file).catch((error: unknown) => {
    throw new AppError('not_found', `There is no database at ${file}.`, {
      advice:
        'Start the product once with npm start, or set DATA_DIR or DATABASE_URL to where it keeps its data.',
      cause: error,
    });
  });
  const { db, log } = await openRuntime('cli', { ...settings, LOG_LEVEL: 'silent' });
  try {
    const actor = await actorOf({ db });
    return await work({ db, actor, clock: () => new Date(), log, requestId: crypto.randomUUID() });
  } finally {
    await db.$disconnect();
  }
}
