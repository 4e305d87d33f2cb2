import { createHash } from 'node:crypto';

import { AppError } from '../../core/errors';
import type { JobName } from '../../core/jobs';
import { readWebhookPayload } from '../../core/webhooks/payload';
import type { WebhookPayload } from '../../core/webhooks/payload';
import { writeAudit } from '../../platform/db/audit';
import type { Transaction } from '../../platform/db/client';
import { appendLiveEvent } from '../../platform/db/live-events';
import { enqueueJob } from '../../platform/jobs/enqueue';
import { auditActor } from '../context';
import type { Context } from '../context';

import { findConnection, notGenuine } from './find-connection';
import type { WebhookConnection } from './find-connection';
import { readBody } from './read-body';
import { verifySignature } from './verify-signature';

export interface WebhookCall {
  /** `c` of the URL; absent: the default connection. */
  connectionKey: string | undefined;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: AsyncIterable<Uint8Array>;
}

export interface ReceivedDelivery {
  deliveryId: string;
  /** The same body came within ten minutes and did not fail: this is the id of the first. */
  duplicate: boolean;
}

const dedupeMs = 10 * 60_000;
const windowMs = 60_000;
/** Deliveries of one connection in a minute; Apifox sends a notice for each saved endpoint, a batch is one. */
export const deliveriesPerMinute = 120;

/**
 * Takes in one webhook call: verifies the raw bytes, then stores delivery and job in one transaction. Nothing of the
 * document is read here.
 * @param encryptionKey opens the connection's secrets
 * @throws AppError `unauthenticated`, `gone`, `too_large`, `invalid_input` or `rate_limited` (`details.retryAfter`)
 */
export async function receiveDelivery(
  context: Context,
  call: WebhookCall,
  encryptionKey: string,
): Promise<ReceivedDelivery> {
  const connection = await findConnection(context.db, call.connectionKey, encryptionKey, context.clock());
  const yaml = /\b(yaml|x-yaml)\b|vnd\.oai\.openapi(;|$)/i.test(call.headers['content-type'] ?? '');
  // What Apifox signs with SHA-1 is a notice; documents come by our own contract.
  const body = await readBody(call.body, yaml, connection.rule.mode !== 'hmac-sha1');
  const header = verifySignature({ headers: call.headers, body }, connection.rule, context.clock());
  if (header === undefined) throw notGenuine();
  const payload = readWebhookPayload(decoded(body), yaml);
  const received = await context.db.$transaction(async (tx) => {
    const stored = await storeDelivery(context, tx, connection, body, payload);
    if (connection.rule.mode === 'hmac-sha1' && connection.rule.header === null) {
      await learnHeader(context, tx, connection, header);
    }
    return stored;
  });
  context.log.info({ ...received, connectionId: connection.id, kind: payload.kind }, 'delivery received');
  return received;
}

function decoded(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new AppError('invalid_input', 'The body is not UTF-8.', {
      advice: 'Send JSON or YAML as UTF-8.',
      cause,
    });
  }
}

async function storeDelivery(
  { clock, requestId }: Context,
  tx: Transaction,
  connection: WebhookConnection,
  body: Uint8Array,
  payload: WebhookPayload,
): Promise<ReceivedDelivery> {
  const now = clock();
  const bodyHash = createHash('sha256').update(`${connection.id}\n`).update(body).digest('hex');
  const first = await tx.delivery.findFirst({
    where: {
      connectionId: connection.id,
      bodyHash,
      receivedAt: { gt: new Date(now.getTime() - dedupeMs) },
      // Somebody has mended the cause and sends it again.
      state: { not: 'failed' },
    },
    orderBy: { receivedAt: 'asc' },
    select: { id: true },
  });
  if (first !== null) return { deliveryId: first.id, duplicate: true };
  await refuseFlood(tx, connection.id, now);
  const { id } = await tx.delivery.create({
    data: {
      connectionId: connection.id,
      receivedAt: now,
      requestId,
      bodyHash,
      bodyBytes: body.byteLength,
      body: Buffer.from(body),
      kind: payload.kind,
      event: payload.event ?? null,
      title: payload.title ?? null,
    },
    select: { id: true },
  });
  const job: JobName = 'delivery.process';
  await enqueueJob(tx, job, { deliveryId: id }, { runAt: now, requestId });
  await appendLiveEvent(tx, {
    topic: 'delivery.received',
    ...(connection.apiId === null ? {} : { apiId: connection.apiId }),
    payload: { deliveryId: id },
  });
  return { deliveryId: id, duplicate: false };
}

async function refuseFlood(tx: Transaction, connectionId: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - windowMs);
  const recent = await tx.delivery.findMany({
    where: { receivedAt: { gt: since }, connectionId },
    orderBy: { receivedAt: 'desc' },
    take: deliveriesPerMinute,
    select: { receivedAt: true },
  });
  const oldest = recent[deliveriesPerMinute - 1];
  if (oldest === undefined) return;
  const retryAfter = Math.max(1, Math.ceil((oldest.receivedAt.getTime() + windowMs - now.getTime()) / 1000));
  throw new AppError('rate_limited', `More than ${deliveriesPerMinute} deliveries came in a minute.`, {
    advice: `Send again after ${retryAfter} s, or one notice for many changes.`,
    details: { retryAfter },
  });
}

async function learnHeader(
  context: Context,
  tx: Transaction,
  connection: WebhookConnection,
  header: string,
): Promise<void> {
  const learned = await tx.connection.updateMany({
    where: { id: connection.id, signatureHeader: null },
    data: { signatureHeader: header },
  });
  if (learned.count === 0) return;
  await writeAudit(tx, {
    ...auditActor(context),
    action: 'connection.learn-signature-header',
    subjectType: 'connection',
    subjectId: connection.id,
    details: { header },
  });
}
