import type { Runtime } from '../platform/runtime';

import { compute } from './compute/compute';

import { jobPayloads } from '#lib/core/jobs';
import type { JobName } from '#lib/core/jobs';
import { failDelivery, processDelivery } from '#lib/features/apis/process-delivery';
import { failPull, pullConnection } from '#lib/features/apis/pull-connection';
import type { SpecWork } from '#lib/features/apis/spec-work';
import type { Context } from '#lib/features/context';
import { failGeneration } from '#lib/features/generations/begin-generation';
import { generateSuite } from '#lib/features/generations/generate-suite';
import type { GenerationTools } from '#lib/features/generations/generate-suite';
import { failPublication, runPublication } from '#lib/features/publishing/run-publication';
import { Breakers } from '#lib/platform/http/breakers';
import { jobHandler } from '#lib/platform/jobs/handler';
import type { JobHandler } from '#lib/platform/jobs/handler';

const specWork: SpecWork = {
  readSpec: (input, signal) => compute('readSpec', input, { signal }),
  diffSpecs: (before, after, signal) => compute('diffSpecs', { before, after }, { signal }),
};

/** Which use case does which job: the worker's composition root. */
export function createHandlers(runtime: Runtime): Partial<Record<JobName, JobHandler>> {
  const { env, secrets } = runtime;
  const quiet = { quietMs: env.WEBHOOK_QUIET_SECONDS * 1000, maxMs: env.WEBHOOK_QUIET_MAX_SECONDS * 1000 };
  const pull = { work: specWork, breakers: new Breakers(), encryptionKey: secrets.encryptionKey };
  const generation: GenerationTools = {
    work: { buildSuite: (input, run) => compute('buildSuite', input, run) },
    dataDir: env.DATA_DIR,
    python: env.PYTHON,
    templatesDir: env.TEMPLATES_DIR,
  };
  return {
    'delivery.process': jobHandler(
      jobPayloads['delivery.process'],
      ({ deliveryId }, run) =>
        processDelivery(contextOf(runtime, run.requestId), { work: specWork, quiet }, deliveryId, run.signal),
      ({ deliveryId }, cause, run) => failDelivery(contextOf(runtime, run.requestId), deliveryId, cause),
    ),
    'connection.pull': jobHandler(
      jobPayloads['connection.pull'],
      ({ connectionId }, run) =>
        pullConnection(contextOf(runtime, run.requestId), pull, connectionId, run.signal),
      ({ connectionId }, cause, run) => failPull(contextOf(runtime, run.requestId), connectionId, cause),
    ),
    'generation.run': jobHandler(
      jobPayloads['generation.run'],
      ({ generationId }, run) =>
        generateSuite(contextOf(runtime, run.requestId), generation, generationId, run.signal),
      ({ generationId }, cause, run) =>
        failGeneration(contextOf(runtime, run.requestId), generationId, cause),
    ),
    'publication.run': jobHandler(
      jobPayloads['publication.run'],
      ({ publicationId }, run) =>
        runPublication(contextOf(runtime, run.requestId), { publicationId, signal: run.signal }, env),
      ({ publicationId }, cause, run) =>
        failPublication(contextOf(runtime, run.requestId), { publicationId, cause }),
    ),
  };
}

function contextOf({ db, log }: Runtime, requestId: string): Context {
  return { db, actor: { kind: 'system', name: 'worker' }, clock: () => new Date(), log, requestId };
}
