import type { z } from 'zod';

import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { jobInput } from './contract';
import { findDeadJob } from './find-dead-job';

/**
 * Removes a job that was given up; the audit log keeps what it was and why it failed.
 * @throws AppError `forbidden`, `not_found`, `conflict`
 */
export async function discardDeadJob(context: Context, input: z.input<typeof jobInput>): Promise<void> {
  requireUser(context, 'admin');
  const { jobId } = jobInput.parse(input);
  await context.db.$transaction(async (tx) => {
    const job = await findDeadJob(tx, jobId);
    await tx.job.delete({ where: { id: jobId } });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'job.discard',
      subjectType: 'job',
      subjectId: jobId,
      details: { name: job.name, payload: job.payload, cause: job.lastError },
    });
  });
}
