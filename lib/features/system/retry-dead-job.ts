import type { z } from 'zod';

import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { jobInput } from './contract';
import { findDeadJob } from './find-dead-job';

/**
 * Puts a job that was given up back into the queue, with all its attempts.
 * @throws AppError `forbidden`, `not_found`, `conflict`
 */
export async function retryDeadJob(context: Context, input: z.input<typeof jobInput>): Promise<void> {
  requireUser(context, 'admin');
  const { jobId } = jobInput.parse(input);
  await context.db.$transaction(async (tx) => {
    const job = await findDeadJob(tx, jobId);
    await tx.job.update({
      where: { id: jobId },
      data: { state: 'queued', runAt: context.clock(), attempts: 0, finishedAt: null },
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'job.retry',
      subjectType: 'job',
      subjectId: jobId,
      details: { name: job.name, cause: job.lastError },
    });
  });
}
