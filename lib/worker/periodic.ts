import { setTimeout as pause } from 'node:timers/promises';

import { beat } from '../platform/jobs/worker-heartbeat';
import type { Runtime } from '../platform/runtime';

const everyMs = 10_000;

/** What the worker does by the clock until it closes: a failure is logged and the next turn tries again. */
export async function runPeriodically(runtime: Runtime, closing: AbortSignal): Promise<void> {
  const { db, log } = runtime;
  while (!closing.aborted) {
    await beat(db, new Date(), process.pid).catch((error: unknown) => {
      log.error({ err: error }, 'periodic work failed');
    });
    await pause(everyMs, undefined, { signal: closing }).catch(() => undefined);
  }
}
