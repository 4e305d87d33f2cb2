import type { z } from 'zod';

import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { requestPublicationInput } from './contract';
import type { PublicationRow } from './contract';
import { branchOf } from './place-names';
import { publishingTarget } from './publishing-target';
import type { PublishingEnvironment } from './publishing-target';
import { publicationRow } from './rows';

import { AppError } from '#lib/core/errors';
import { parseInput } from '#lib/core/parse-input';
import { writeAudit } from '#lib/platform/db/audit';
import type { Transaction } from '#lib/platform/db/client';
import { appendLiveEvent } from '#lib/platform/db/live-events';
import { withoutCredentials } from '#lib/platform/git/run-git';
import { enqueueJob } from '#lib/platform/jobs/enqueue';

/**
 * Asks for the approved cases of a generation to be committed; the worker does it. Asking again while one waits gives
 * the one that waits.
 * @throws AppError `unauthenticated`, `not_found`, or `conflict` when nothing is approved or the generation is not the
 * one to publish
 */
export async function requestPublication(
  context: Context,
  input: z.input<typeof requestPublicationInput>,
  environment: PublishingEnvironment,
): Promise<PublicationRow> {
  const actor = requireUser(context);
  const { generationId } = parseInput(requestPublicationInput, input);
  return context.db.$transaction(async (tx) => {
    const generation = await publishable(tx, generationId);
    const waiting = await tx.publication.findFirst({ where: { generationId, state: 'queued' } });
    if (waiting !== null) return publicationRow(waiting);
    const { apiId, api, specVersion } = generation;
    const { repository } = await publishingTarget(tx, environment);
    const now = context.clock();
    const row = await tx.publication.create({
      data: {
        apiId,
        generationId,
        repository: withoutCredentials(repository),
        branch: branchOf(api.slug, specVersion.label),
        files: [],
        requestedById: actor.id,
        requestedBy: actor.name,
        createdAt: now,
      },
    });
    const { requestId } = context;
    await enqueueJob(tx, 'publication.run', { publicationId: row.id }, { runAt: now, requestId });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'publication.request',
      subjectType: 'generation',
      subjectId: generationId,
      apiId,
      details: { publicationId: row.id, branch: row.branch },
    });
    await appendLiveEvent(tx, {
      topic: 'publication.requested',
      generationId,
      apiId,
      payload: { publicationId: row.id, actorId: actor.id, actorName: actor.name },
    });
    return publicationRow(row);
  });
}

async function publishable(tx: Transaction, generationId: string) {
  const generation = await tx.generation.findUnique({
    where: { id: generationId },
    select: {
      apiId: true,
      state: true,
      number: true,
      api: { select: { slug: true } },
      specVersion: { select: { label: true } },
    },
  });
  if (generation === null) throw new AppError('not_found', 'There is no such generation.');
  if (generation.state !== 'ready') {
    throw new AppError(
      'conflict',
      `Generation ${generation.number} is ${generation.state}: it is not published.`,
      {
        advice: 'Publish the newest generation of the API.',
      },
    );
  }
  if ((await tx.testCase.count({ where: { generationId, state: 'approved' } })) === 0) {
    throw new AppError('conflict', 'No test case is approved yet.', {
      advice: 'Approve at least one, then publish.',
    });
  }
  return generation;
}
