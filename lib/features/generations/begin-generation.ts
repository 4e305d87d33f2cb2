import type { Context } from '../context';

import { appendLiveEvent } from '#lib/platform/db/live-events';

export interface GenerationToRun {
  id: string;
  apiId: string;
  number: number;
}

/** Marks a generation as running, also one whose worker died or that failed; false when it was superseded. */
export async function beginGeneration(
  { db, clock }: Context,
  { id, apiId }: GenerationToRun,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.generation.updateMany({
      where: { id, state: { in: ['queued', 'running', 'failed'] } },
      data: { state: 'running', startedAt: clock(), finishedAt: null, error: null },
    });
    if (count === 0) return false;
    await appendLiveEvent(tx, { topic: 'generation.started', generationId: id, apiId, payload: {} });
    return true;
  });
}

/** The document of the newest generation before that is ready: what reviewers saw last. */
export async function previousDocument(
  { db }: Context,
  { apiId, number }: GenerationToRun,
): Promise<string | undefined> {
  const before = await db.generation.findFirst({
    where: { apiId, state: 'ready', number: { lt: number } },
    orderBy: { number: 'desc' },
    select: { specVersion: { select: { text: true } } },
  });
  return before?.specVersion.text;
}

/** Leaves the cause of a generation that will not be tried again. */
export async function failGeneration({ db, clock }: Context, id: string, cause: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.generation.updateMany({
      where: { id, state: { in: ['queued', 'running'] } },
      data: { state: 'failed', error: cause, finishedAt: clock() },
    });
    if (count === 0) return;
    const { apiId } = await tx.generation.findUniqueOrThrow({ where: { id }, select: { apiId: true } });
    await appendLiveEvent(tx, { topic: 'generation.failed', generationId: id, apiId, payload: {} });
  });
}
