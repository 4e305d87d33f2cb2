import type { Context } from '../context';

import { fetchDocument } from './fetch-document';
import { finishDeliveries } from './finish-deliveries';
import { ingestDocument } from './ingest-document';
import type { SpecWork } from './spec-work';

import { AppError } from '#lib/core/errors';
import { pullJobKey } from '#lib/core/jobs';
import type { JobName } from '#lib/core/jobs';
import { readWebhookPayload } from '#lib/core/webhooks/payload';
import type { Prisma } from '#lib/platform/db/client';
import { enqueueJob } from '#lib/platform/jobs/enqueue';

export interface Quiet {
  /** A notice waits this long for another one … */
  quietMs: number;
  /** … but the first one of a burst no longer than this. */
  maxMs: number;
}

/**
 * Reads what a delivery carries or names; a notice is gathered with others into one pull. Safe to run twice.
 * @throws AppError of a final kind when the delivery cannot be used, `unavailable` when its document cannot be had now
 */
export async function processDelivery(
  context: Context,
  { work, quiet }: { work: SpecWork; quiet: Quiet },
  deliveryId: string,
  signal: AbortSignal,
): Promise<void> {
  const delivery = await context.db.delivery.findUnique({ where: { id: deliveryId }, select: deliveryRow });
  // One that failed is read again when somebody puts its job back.
  if (delivery === null || !['accepted', 'failed'].includes(delivery.state)) return;
  const { connection } = delivery;
  if (connection.deletedAt !== null) throw new AppError('gone', 'The connection was deleted meanwhile.');
  const payload = readWebhookPayload(Buffer.from(delivery.body ?? []).toString('utf8'), true);
  if (payload.kind === 'notice') return gatherNotice(context, quiet, delivery);
  const text =
    payload.kind === 'inline'
      ? payload.document
      : await fetchDocument(payload.documentUrl, connection, signal);
  const source = {
    connectionId: connection.id,
    apiId: connection.apiId,
    bind: false,
    apiName: payload.api,
    name: payload.kind === 'inline' ? 'the pushed document' : payload.documentUrl,
    text,
    deliveryIds: [delivery.id],
  };
  const ingested = await ingestDocument(context, work, source, signal);
  context.log.info({ deliveryId, ...ingested }, 'delivery processed');
}

/** Leaves the cause of a delivery that will not be tried again. */
export async function failDelivery(context: Context, deliveryId: string, cause: string): Promise<void> {
  await context.db.$transaction((tx) =>
    finishDeliveries(tx, [deliveryId], { state: 'failed', error: cause, at: context.clock() }, null),
  );
}

const deliveryRow = {
  id: true,
  receivedAt: true,
  state: true,
  body: true,
  connection: {
    select: {
      id: true,
      apiId: true,
      projectId: true,
      tokenCipher: true,
      allowedHosts: true,
      allowPrivate: true,
      deletedAt: true,
    },
  },
} satisfies Prisma.DeliverySelect;
type DeliveryRow = Prisma.DeliveryGetPayload<{ select: typeof deliveryRow }>;

async function gatherNotice(context: Context, quiet: Quiet, delivery: DeliveryRow): Promise<void> {
  const { id, projectId, tokenCipher } = delivery.connection;
  if (projectId === null || tokenCipher === null) {
    throw new AppError('invalid_input', 'A notice came, but the connection has no project to pull from.', {
      advice: 'Enter project id and access token in the connection, or push the document itself.',
    });
  }
  await context.db.$transaction(async (tx) => {
    await tx.delivery.updateMany({
      where: { id: delivery.id },
      data: { state: 'waiting', error: null, finishedAt: null },
    });
    const first = await tx.delivery.findFirst({
      where: { connectionId: id, state: 'waiting' },
      orderBy: { receivedAt: 'asc' },
      select: { receivedAt: true },
    });
    const latest = (first ?? delivery).receivedAt.getTime() + quiet.maxMs;
    const runAt = new Date(Math.min(context.clock().getTime() + quiet.quietMs, latest));
    const job: JobName = 'connection.pull';
    const options = { runAt, uniqueKey: pullJobKey(id), requestId: context.requestId };
    await enqueueJob(tx, job, { connectionId: id }, options);
  });
}
