import { randomUUID } from 'node:crypto';

import { runLane } from '../platform/jobs/lane';
import type { RunnerOptions } from '../platform/jobs/run-job';
import type { Runtime } from '../platform/runtime';

import { createHandlers } from './handlers';
import { runPeriodically } from './periodic';

/** How long running jobs may take to finish after the worker was asked to stop; what is left is given back. */
const graceMs = 5_000;

export interface Worker {
  /** Takes no new job, lets the running ones finish or gives them back, and resolves. */
  close(): Promise<void>;
}

/** Heavy work has a lane of its own: a large generation never keeps a delivery or a publication waiting. */
const lanes = [
  ['delivery.process', 'connection.pull'],
  ['delivery.process', 'connection.pull', 'publication.run'],
  ['generation.run'],
] as const;

/** Starts the lanes and the periodic work of this process. */
export function startWorker(runtime: Runtime): Worker {
  const { env, db, log } = runtime;
  const closing = new AbortController();
  const stop = new AbortController();
  const options: RunnerOptions = {
    db,
    handlers: createHandlers(runtime),
    owner: `${process.pid}-${randomUUID()}`,
    leaseMs: env.JOB_LEASE_SECONDS * 1000,
    retryBaseSeconds: env.JOB_RETRY_BASE_SECONDS,
    clock: () => new Date(),
    random: Math.random,
    log,
  };
  const running = Promise.all([
    ...lanes.map((names) => runLane(options, { names, closing: closing.signal, stop: stop.signal })),
    runPeriodically(runtime, closing.signal),
  ]);
  log.info({ owner: options.owner }, 'worker started');
  return {
    async close() {
      closing.abort();
      const grace = setTimeout(() => stop.abort(new Error('The worker stops.')), graceMs);
      await running.finally(() => clearTimeout(grace));
      log.info('worker stopped');
    },
  };
}
