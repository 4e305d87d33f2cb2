import { createHash } from 'node:crypto';

import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { importInput } from './contract';
import type { ImportInput } from './contract';

import { AppError } from '#lib/core/errors';
import type { JobName } from '#lib/core/jobs';
import { parseInput } from '#lib/core/parse-input';
import { readWebhookPayload } from '#lib/core/webhooks/payload';
import { writeAudit } from '#lib/platform/db/audit';
import type { Transaction } from '#lib/platform/db/client';
import { enqueueJob } from '#lib/platform/jobs/enqueue';

/**
 * Takes in a document that a person uploads or pastes. It is kept as a delivery and goes the way of a pushed one: the
 * worker reads it, and what is wrong with it shows in the delivery and on the page of its API.
 * @returns the delivery's id, for `getImport`
 * @throws AppError `unauthenticated`, `invalid_input` when it is no OpenAPI document at a glance, or `unavailable` when
 * no connection takes documents of any API
 */
export async function importDocument(context: Context, input: ImportInput): Promise<{ deliveryId: string }> {
  requireUser(context);
  const { document, api } = parseInput(importInput, input);
  if (readWebhookPayload(document, true).kind !== 'inline') {
    throw new AppError('invalid_input', 'This is not an OpenAPI document.', {
      advice: 'Its top level needs "openapi" or "swagger".',
    });
  }
  const body = Buffer.from(api === undefined ? document : JSON.stringify({ api, document }));
  const { clock, requestId } = context;
  return context.db.$transaction(async (tx) => {
    const connectionId = await connectionForAny(tx);
    const delivery = await tx.delivery.create({
      data: {
        connectionId,
        receivedAt: clock(),
        requestId,
        bodyHash: createHash('sha256').update(`${connectionId}\n`).update(body).digest('hex'),
        bodyBytes: body.byteLength,
        body,
        kind: 'inline',
        event: 'import',
      },
      select: { id: true },
    });
    const job: JobName = 'delivery.process';
    await enqueueJob(tx, job, { deliveryId: delivery.id }, { runAt: clock(), requestId });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'document.import',
      subjectType: 'delivery',
      subjectId: delivery.id,
      details: { bytes: body.byteLength },
    });
    return { deliveryId: delivery.id };
  });
}

/** A connection that is bound to an API would give it every document: only an unbound one may take this. */
async function connectionForAny(tx: Transaction): Promise<string> {
  const connection = await tx.connection.findFirst({
    where: { apiId: null, provider: 'push', deletedAt: null },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }],
    select: { id: true },
  });
  if (connection !== null) return connection.id;
  throw new AppError('unavailable', 'No connection takes documents of any API.', {
    advice: 'An administrator adds one under Admin, Connections: kind "push", without an API.',
  });
}
