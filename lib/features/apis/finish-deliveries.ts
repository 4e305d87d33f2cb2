import type { Transaction } from '#lib/platform/db/client';
import { appendLiveEvent } from '#lib/platform/db/live-events';

export interface DeliveryEnd {
  state: 'processed' | 'unchanged' | 'failed';
  specVersionId?: string;
  error?: string;
  at: Date;
}

/** Ends deliveries and tells open pages. A body that has been read is let go; that of a failure stays for a look. */
export async function finishDeliveries(
  tx: Transaction,
  ids: readonly string[],
  end: DeliveryEnd,
  apiId: string | null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.delivery.updateMany({
    where: { id: { in: [...ids] }, state: { notIn: ['processed', 'unchanged'] } },
    data: {
      state: end.state,
      finishedAt: end.at,
      error: end.error ?? null,
      ...(end.specVersionId === undefined ? {} : { specVersionId: end.specVersionId }),
      ...(end.state === 'failed' ? {} : { body: null }),
    },
  });
  for (const deliveryId of ids) {
    await appendLiveEvent(tx, {
      topic: 'delivery.finished',
      ...(apiId === null ? {} : { apiId }),
      payload: { deliveryId, state: end.state },
    });
  }
}
