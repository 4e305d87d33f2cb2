import type { Prisma, Transaction } from './client';

export interface LiveEventRecord {
  /** e.g. `cases.decided`, `comment.added`, `generation.progress`, `publication.finished`, `delivery.received` */
  topic: string;
  generationId?: string;
  apiId?: string;
  /** Ids and counts that tell an open page what to fetch again. */
  payload: Prisma.InputJsonObject;
}

/** Tells open pages, in the transaction of the change itself; the event stream reads the rows in order of id. */
export async function appendLiveEvent(tx: Transaction, event: LiveEventRecord): Promise<void> {
  await tx.liveEvent.create({ data: event });
}
