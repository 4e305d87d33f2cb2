'use server';

import type { Result } from '../../../_server/result';
import { runAction } from '../../../_server/run-action';

import { discardDeadJob } from '#lib/features/system/discard-dead-job';
import { retryDeadJob } from '#lib/features/system/retry-dead-job';

export async function retryJobAction(jobId: string): Promise<Result<void>> {
  return runAction('/admin', (context) => retryDeadJob(context, { jobId }));
}

export async function discardJobAction(jobId: string): Promise<Result<void>> {
  return runAction('/admin', (context) => discardDeadJob(context, { jobId }));
}
