import type { z } from 'zod';

import type { ClaimedJob } from './claim';

/** What is given to the work besides its payload. */
export interface JobRun {
  jobId: string;
  attempt: number;
  requestId: string;
  /** Ends when the worker stops or has lost the job: long work gives up then. */
  signal: AbortSignal;
}

/** The work of one kind of job: safe to run twice. */
export interface JobHandler {
  run(payload: unknown, run: JobRun): Promise<void>;
  /** Called once when no attempt is left, to leave the cause where people look. */
  buried(payload: unknown, cause: string, run: JobRun): Promise<void>;
}

/**
 * A handler whose payload is checked before it runs.
 * @param schema of the payload; a bad one makes a dead letter
 */
export function jobHandler<Payload>(
  schema: z.ZodType<Payload>,
  run: (payload: Payload, run: JobRun) => Promise<void>,
  buried: (payload: Payload, cause: string, run: JobRun) => Promise<void> = () => Promise.resolve(),
): JobHandler {
  return {
    run: async (payload, info) => run(schema.parse(payload), info),
    buried: async (payload, cause, info) => buried(schema.parse(payload), cause, info),
  };
}

export type JobHandlers = Readonly<Record<string, JobHandler>>;

export function jobRun(job: ClaimedJob, signal: AbortSignal): JobRun {
  return { jobId: job.id, attempt: job.attempts, requestId: job.requestId ?? job.id, signal };
}
