import { pullJobKey } from '../../core/jobs';
import type { JobName } from '../../core/jobs';
import { enqueueJob } from '../../platform/jobs/enqueue';
import type { Context } from '../context';

/**
 * Queues a pull for each connection whose last one is longer ago than its interval: a webhook of the vendor is sent at
 * most once, so that what it missed is found here. A pull that waits already keeps its time.
 * @returns how many were queued
 */
export async function queuePolls(context: Context): Promise<number> {
  const { db, clock, requestId } = context;
  const now = clock();
  const connections = await db.connection.findMany({
    where: { deletedAt: null, projectId: { not: null }, tokenCipher: { not: null } },
    select: { id: true, pollMinutes: true, lastPulledAt: true },
  });
  const due = connections.filter(
    ({ pollMinutes, lastPulledAt }) =>
      lastPulledAt === null || lastPulledAt.getTime() + pollMinutes * 60_000 <= now.getTime(),
  );
  let queued = 0;
  for (const { id } of due) {
    queued += await db.$transaction(async (tx) => {
      const job: JobName = 'connection.pull';
      // Waiting, or just being done: the pull may have been claimed, which frees its key.
      const open = await tx.job.count({
        where: {
          name: job,
          state: { in: ['queued', 'running'] },
          payload: { path: '$.connectionId', equals: id },
        },
      });
      if (open > 0) return 0;
      await enqueueJob(tx, job, { connectionId: id }, { runAt: now, uniqueKey: pullJobKey(id), requestId });
      return 1;
    });
  }
  return queued;
}
