import { auditActor } from '../context';
import type { Context } from '../context';

import { findApi } from './find-api';
import type { ApiHints, FoundApi } from './find-api';
import { finishDeliveries } from './finish-deliveries';
import type { SpecReading } from './read-spec';
import type { SpecWork } from './spec-work';

import type { JobName } from '#lib/core/jobs';
import { storedSettings } from '#lib/core/settings';
import type { OperationChange } from '#lib/core/spec-diff/change';
import { writeAudit } from '#lib/platform/db/audit';
import type { Transaction } from '#lib/platform/db/client';
import { appendLiveEvent } from '#lib/platform/db/live-events';
import { readSetting } from '#lib/platform/db/settings';
import { enqueueJob } from '#lib/platform/jobs/enqueue';
import { RetryLater } from '#lib/platform/jobs/retry-later';

export interface DocumentSource {
  connectionId: string;
  apiId: string | null;
  /** Whether the connection serves one API only and is bound to it from now on. */
  bind: boolean;
  /** What the push calls the API. */
  apiName: string | undefined;
  /** For messages: a file name or address. */
  name: string;
  text: string;
  /** Deliveries that this document answers. */
  deliveryIds: readonly string[];
}

export interface Ingested {
  apiId: string;
  specVersionId: string;
  /** Absent: the document says what the last version said. */
  generationId?: string;
}

/**
 * Makes a SpecVersion of a document and queues its generation, unless it says the same as the version before.
 * @throws AppError `invalid_document`; RetryLater when another document of the API came in meanwhile
 */
export async function ingestDocument(
  context: Context,
  work: SpecWork,
  source: DocumentSource,
  signal: AbortSignal,
): Promise<Ingested> {
  const reading = await work.readSpec({ name: source.name, text: source.text }, signal);
  const hints: ApiHints = { apiId: source.apiId, name: source.apiName, title: reading.title };
  const { api, latest } = await context.db.$transaction(async (tx) => {
    const found = await findApi(context, tx, hints);
    return { api: found, latest: await latestVersion(tx, found.id) };
  });
  if (latest?.hash === reading.hash) return keepVersion(context, source, api, latest.id);
  const changes =
    latest === null
      ? []
      : await work.diffSpecs(
          { name: source.name, text: latest.text },
          { name: source.name, text: reading.text },
          signal,
        );
  return context.db.$transaction(async (tx) => {
    const now = await latestVersion(tx, api.id);
    // The changes were taken against a version that is no longer the last one.
    if (now?.id !== latest?.id) throw new RetryLater('Another document came in meanwhile.', { delayMs: 0 });
    const number = (now?.number ?? 0) + 1;
    return addVersion(context, tx, source, api, { ...reading, number, changes });
  });
}

async function latestVersion(tx: Transaction, apiId: string) {
  return tx.specVersion.findFirst({
    where: { apiId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, hash: true, text: true },
  });
}

async function keepVersion(
  context: Context,
  source: DocumentSource,
  api: FoundApi,
  specVersionId: string,
): Promise<Ingested> {
  await context.db.$transaction((tx) => finish(context, tx, source, api, specVersionId, 'unchanged'));
  return { apiId: api.id, specVersionId };
}

async function addVersion(
  context: Context,
  tx: Transaction,
  source: DocumentSource,
  api: FoundApi,
  version: SpecReading & { number: number; changes: OperationChange[] },
): Promise<Ingested> {
  const { diagnostics, changes, ...columns } = version;
  const stored = await tx.specVersion.create({
    data: {
      ...columns,
      apiId: api.id,
      createdAt: context.clock(),
      diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, source: { ...diagnostic.source } })),
      changes: JSON.parse(JSON.stringify(changes)),
    },
    select: { id: true },
  });
  const generationId = await queueGeneration(context, tx, api, stored.id);
  await finish(context, tx, source, api, stored.id, 'processed');
  await writeAudit(tx, {
    ...auditActor(context),
    action: 'spec-version.create',
    subjectType: 'spec-version',
    subjectId: stored.id,
    apiId: api.id,
    details: { number: version.number, operations: version.operationCount, generationId },
  });
  return { apiId: api.id, specVersionId: stored.id, generationId };
}

/** What was still being generated for the API is of an older document now. */
async function queueGeneration(
  context: Context,
  tx: Transaction,
  api: FoundApi,
  specVersionId: string,
): Promise<string> {
  const now = context.clock();
  await tx.generation.updateMany({
    where: { apiId: api.id, state: { in: ['queued', 'running'] } },
    data: { state: 'superseded', finishedAt: now },
  });
  const last = await tx.generation.findFirst({
    where: { apiId: api.id },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  const settings = await readSetting(tx, 'generation', storedSettings.generation);
  const { id } = await tx.generation.create({
    data: { apiId: api.id, specVersionId, number: (last?.number ?? 0) + 1, settings, createdAt: now },
    select: { id: true },
  });
  const job: JobName = 'generation.run';
  await enqueueJob(
    tx,
    job,
    { generationId: id },
    {
      runAt: now,
      requestId: context.requestId,
      // The same document and generator fail the same way: attempts are for a worker that died or a full disk.
      maxAttempts: 3,
    },
  );
  await appendLiveEvent(tx, {
    topic: 'generation.queued',
    generationId: id,
    apiId: api.id,
    payload: { generationId: id },
  });
  return id;
}

async function finish(
  context: Context,
  tx: Transaction,
  source: DocumentSource,
  api: FoundApi,
  specVersionId: string,
  state: 'processed' | 'unchanged',
): Promise<void> {
  await finishDeliveries(tx, source.deliveryIds, { state, specVersionId, at: context.clock() }, api.id);
  await tx.connection.update({
    where: { id: source.connectionId },
    data: { lastError: null, ...(source.bind ? { apiId: api.id } : {}) },
  });
}
