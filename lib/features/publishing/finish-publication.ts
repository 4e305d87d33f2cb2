import { auditActor } from '../context';
import type { Context } from '../context';

import type { PublicationState } from './contract';

import { defined } from '#lib/core/defined';
import { writeAudit } from '#lib/platform/db/audit';
import type { Prisma } from '#lib/platform/db/client';
import { appendLiveEvent } from '#lib/platform/db/live-events';

export interface PublicationOutcome {
  state: Exclude<PublicationState, 'queued'>;
  commit?: string | undefined;
  caseCount?: number | undefined;
  files?: string[] | undefined;
  pullRequestText?: string | undefined;
  error?: string | undefined;
}

/** Records how a publication ended, with its audit row and live event; one that has ended stays as it is. */
export async function finishPublication(
  context: Context,
  publicationId: string,
  outcome: PublicationOutcome,
): Promise<void> {
  const { state, commit, error } = outcome;
  await context.db.$transaction(async (tx) => {
    const before = await tx.publication.findUnique({ where: { id: publicationId } });
    if (before?.state !== 'queued') return;
    const data: Prisma.PublicationUpdateInput = { ...defined(outcome), finishedAt: context.clock() };
    await tx.publication.update({ where: { id: publicationId }, data: { error: null, ...data } });
    const { generationId, apiId } = before;
    await writeAudit(tx, {
      ...auditActor(context),
      action: `publication.${state}`,
      subjectType: 'generation',
      subjectId: generationId,
      apiId,
      details: defined({ publicationId, commit, error }),
    });
    await appendLiveEvent(tx, {
      topic: 'publication.finished',
      generationId,
      apiId,
      payload: { publicationId, state },
    });
  });
}
