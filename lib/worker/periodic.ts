import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { beat } from '../platform/jobs/worker-heartbeat';
import type { Runtime } from '../platform/runtime';

import { queuePolls } from '#lib/features/connections/queue-polls';
import type { Context } from '#lib/features/context';
import { cleanUp } from '#lib/features/system/clean-up';
import { cleanScratchFolders } from '#lib/platform/storage/scratch-folder';

interface Chore {
  everyMs: number;
  run(context: Context, runtime: Runtime): Promise<unknown>;
}

const chores: readonly Chore[] = [
  { everyMs: 10_000, run: ({ db, clock }) => beat(db, clock(), process.pid) },
  { everyMs: 30_000, run: queuePolls },
  { everyMs: 60 * 60_000, run: cleanUp },
  { everyMs: 60 * 60_000, run: (context, { env }) => cleanScratchFolders(env.DATA_DIR, context.clock()) },
];

/** Does each chore now and then by the clock, until the worker closes. A failure is logged; the next turn comes. */
export async function runPeriodically(runtime: Runtime, closing: AbortSignal): Promise<void> {
  await Promise.all(chores.map((chore) => repeat(chore, runtime, closing)));
}

async function repeat(chore: Chore, runtime: Runtime, closing: AbortSignal): Promise<void> {
  const { db, log } = runtime;
  while (!closing.aborted) {
    const actor: Context['actor'] = { kind: 'system', name: 'worker' };
    const context = { db, actor, clock: () => new Date(), log, requestId: randomUUID() };
    await chore.run(context, runtime).catch((error: unknown) => {
      log.error({ err: error }, 'periodic work failed');
    });
    await pause(chore.everyMs, undefined, { signal: closing }).catch(() => undefined);
  }
}
