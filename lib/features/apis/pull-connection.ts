import { z } from 'zod';

import type { Context } from '../context';

import { finishDeliveries } from './finish-deliveries';
import { ingestDocument } from './ingest-document';
import type { SpecWork } from './spec-work';

import { AppError } from '#lib/core/errors';
import { exportDocument } from '#lib/platform/apifox/export-document';
import { decryptSecret } from '#lib/platform/config/crypto';
import type { Breakers } from '#lib/platform/http/breakers';
import { describeError } from '#lib/platform/jobs/backoff';

const vendor = z.enum(['apifox', 'apidog']);

export interface PullTools {
  work: SpecWork;
  breakers: Breakers;
  /** Opens the connection's token. */
  encryptionKey: string;
}

/**
 * Pulls the document of a connection once for all notices that wait for it. Safe to run twice.
 * @throws AppError as `exportDocument` and `ingestDocument` do; the cause is left at the connection
 */
export async function pullConnection(
  context: Context,
  tools: PullTools,
  connectionId: string,
  signal: AbortSignal,
): Promise<void> {
  const { db, clock } = context;
  const connection = await db.connection.findUnique({ where: { id: connectionId } });
  if (connection === null || connection.deletedAt !== null) return;
  const { projectId, tokenCipher, apiId } = connection;
  if (projectId === null || tokenCipher === null) {
    throw new AppError('invalid_input', 'The connection has no project to pull from.');
  }
  // Notices that come from here on are answered by another pull.
  const deliveryIds = await waitingDeliveries(context, connectionId);
  try {
    const source = {
      provider: vendor.parse(connection.provider),
      baseUrl: connection.baseUrl,
      projectId,
      branchId: connection.branchId,
      moduleId: connection.moduleId,
      token: decryptSecret(tokenCipher, tools.encryptionKey),
    };
    const options = { allowPrivate: connection.allowPrivate, signal, now: clock() };
    const text = await tools.breakers.run(connectionId, () => exportDocument(source, options));
    await db.connection.update({ where: { id: connectionId }, data: { lastPulledAt: clock() } });
    const name = `project ${projectId}`;
    const document = { connectionId, apiId, bind: true, apiName: undefined, name, text, deliveryIds };
    const ingested = await ingestDocument(context, tools.work, document, signal);
    context.log.info({ connectionId, deliveries: deliveryIds.length, ...ingested }, 'connection pulled');
  } catch (error) {
    signal.throwIfAborted();
    const lastError = describeError(error);
    await db.connection.update({ where: { id: connectionId }, data: { lastError } });
    throw error;
  }
}

/** Leaves the cause of a pull that will not be tried again at what waits for it; the next poll is a new attempt. */
export async function failPull(context: Context, connectionId: string, cause: string): Promise<void> {
  const { db, clock } = context;
  const ids = await waitingDeliveries(context, connectionId);
  await db.$transaction(async (tx) => {
    await finishDeliveries(tx, ids, { state: 'failed', error: cause, at: clock() }, null);
    // Not sooner than the poll's own interval: what is refused for good must not be asked for again and again.
    await tx.connection.updateMany({
      where: { id: connectionId },
      data: { lastError: cause, lastPulledAt: clock() },
    });
  });
}

async function waitingDeliveries({ db }: Context, connectionId: string): Promise<string[]> {
  const rows = await db.delivery.findMany({
    where: { connectionId, state: 'waiting' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
