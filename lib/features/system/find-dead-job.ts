import { AppError } from '../../core/errors';
import type { Transaction } from '../../platform/db/client';

/** @throws AppError `not_found`; `conflict` when it is not given up (any more) */
export async function findDeadJob(tx: Transaction, jobId: string) {
  const job = await tx.job.findUnique({ where: { id: jobId } });
  if (job === null) throw new AppError('not_found', 'This job is not here any more.');
  if (job.state !== 'dead') {
    throw new AppError('conflict', 'This job is not given up any more.', {
      advice: 'Somebody else may have put it back: load the page again.',
    });
  }
  return job;
}
