import { setTimeout as pause } from 'node:timers/promises';

import { claimJob } from './claim';
import { runJob } from './run-job';
import type { RunnerOptions } from './run-job';

const busyMs = 200;
const idleMs = 1000;

export interface Lane {
  /** Kinds of job that this lane takes, one at a time. */
  names: readonly string[];
  /** Ends: no new job is taken. */
  closing: AbortSignal;
  /** Ends: what runs is given back. */
  stop: AbortSignal;
}

/**
 * Takes jobs one after the other until it closes, and finishes the one at hand. Asks often while there is work and
 * ever less often, down to once a second, while there is none.
 */
export async function runLane(options: RunnerOptions, lane: Lane): Promise<void> {
  let wait = busyMs;
  while (!lane.closing.aborted) {
    const worked = await takeOne(options, lane).catch((error: unknown) => {
      options.log.error({ err: error }, 'the queue could not be read or written');
      return false;
    });
    wait = worked ? busyMs : Math.min(idleMs, wait * 1.25);
    if (!worked) await pause(wait, undefined, { signal: lane.closing }).catch(() => undefined);
  }
}

async function takeOne(options: RunnerOptions, lane: Lane): Promise<boolean> {
  const now = options.clock();
  const leaseUntil = new Date(now.getTime() + options.leaseMs);
  const job = await claimJob(options.db, { names: lane.names, owner: options.owner, now, leaseUntil });
  if (job === undefined) return false;
  await runJob(options, job, lane.stop);
  return true;
}
