import { z } from 'zod';

import type { Database } from '../db/client';
import type { Logger } from '../observability/logger';

import { describeError, retryDelay } from './backoff';
import type { ClaimedJob } from './claim';
import { jobRun } from './handler';
import type { JobHandlers, JobRun } from './handler';
import { RetryLater } from './retry-later';
import { buryJob, completeJob, releaseJob, renewLease, retryJob } from './settle';
import type { Lease } from './settle';

export interface RunnerOptions {
  db: Database;
  handlers: JobHandlers;
  /** Unique to this process. */
  owner: string;
  leaseMs: number;
  retryBaseSeconds: number;
  clock: () => Date;
  random: () => number;
  log: Logger;
}

/**
 * Does a claimed job and settles it, with a heartbeat on its lease meanwhile.
 * @param stop ends when the worker wants to stop now: the job is given back
 */
export async function runJob(options: RunnerOptions, job: ClaimedJob, stop: AbortSignal): Promise<void> {
  const { db, owner, clock } = options;
  const lease = { jobId: job.id, owner };
  const lost = new AbortController();
  const run = jobRun(job, AbortSignal.any([stop, lost.signal]));
  const log = options.log.child({ jobId: job.id, job: job.name, requestId: run.requestId });
  const heartbeat = setInterval(() => {
    renewLease(db, lease, new Date(clock().getTime() + options.leaseMs)).then(
      (kept) => {
        if (!kept) lost.abort(new Error('Another worker has taken the job.'));
      },
      (error: unknown) => log.warn({ err: error }, 'heartbeat failed'),
    );
  }, options.leaseMs / 3);
  try {
    await attempt(options, job, run);
    await completeJob(db, lease, clock());
    log.info({ attempt: job.attempts }, 'job done');
  } catch (error) {
    if (lost.signal.aborted) log.warn('job lost to another worker');
    else if (stop.aborted) await releaseJob(db, lease, clock());
    else await settleFailure({ ...options, log }, job, lease, run, error);
  } finally {
    clearInterval(heartbeat);
  }
}

async function attempt({ handlers }: RunnerOptions, job: ClaimedJob, run: JobRun): Promise<void> {
  const handler = handlers[job.name];
  if (handler === undefined) throw new RetryLater(`No handler for ${job.name}.`);
  if (job.attempts > job.maxAttempts) throw new Error('The worker stopped during every attempt.');
  await handler.run(job.payload, run);
}

async function settleFailure(
  { db, handlers, clock, random, retryBaseSeconds, log }: RunnerOptions,
  job: ClaimedJob,
  lease: Lease,
  run: JobRun,
  error: unknown,
): Promise<void> {
  const cause = describeError(error);
  const delay =
    job.attempts >= job.maxAttempts || error instanceof z.ZodError
      ? undefined
      : retryDelay(error, job.attempts, retryBaseSeconds, random());
  const now = clock();
  if (delay !== undefined) {
    log.warn({ err: error, attempt: job.attempts, delay }, 'job failed, will be tried again');
    await retryJob(db, lease, new Date(now.getTime() + delay), cause);
    return;
  }
  log.error({ err: error, attempt: job.attempts }, 'job failed for good');
  await handlers[job.name]?.buried(job.payload, cause, run).catch((failure: unknown) => {
    log.error({ err: failure }, 'the cause could not be left at its record');
  });
  await buryJob(db, lease, now, cause);
}
