import type { Prisma, Transaction } from '../db/client';

export interface EnqueueOptions {
  runAt: Date;
  /** At most one queued job a key: a second one moves the first one's time instead. */
  uniqueKey?: string;
  maxAttempts?: number;
  requestId?: string;
}

/**
 * Adds a job in the transaction that creates its record: either both exist or none.
 * @param payload ids only, checked by the job's schema when it runs
 */
export async function enqueueJob(
  tx: Transaction,
  name: string,
  payload: Prisma.InputJsonObject,
  options: EnqueueOptions,
): Promise<void> {
  const { uniqueKey, ...rest } = options;
  if (uniqueKey === undefined) {
    await tx.job.create({ data: { name, payload, ...rest } });
    return;
  }
  await tx.job.upsert({
    where: { uniqueKey },
    create: { name, payload, uniqueKey, ...rest },
    update: { runAt: options.runAt },
  });
}
