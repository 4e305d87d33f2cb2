import type { Context } from '../context';

import type { Progress } from './built-suite';

import { appendLiveEvent } from '#lib/platform/db/live-events';

const everyMs = 500;

/**
 * Keeps the progress of a running generation where pages see it, at most twice a second: in between, only the newest
 * counts. A failure is logged and harms nothing.
 */
export function progressWriter(
  { db, log, clock }: Context,
  generation: { id: string; apiId: string },
): (progress: Progress) => void {
  let writtenAt = 0;
  let step = '';
  return (progress) => {
    const now = clock().getTime();
    if (progress.step === step && now - writtenAt < everyMs) return;
    writtenAt = now;
    step = progress.step;
    const value = { done: progress.done, total: progress.total, step: progress.step };
    db.$transaction(async (tx) => {
      const { count } = await tx.generation.updateMany({
        where: { id: generation.id, state: 'running' },
        data: { progress: value },
      });
      if (count === 0) return;
      const { id: generationId, apiId } = generation;
      await appendLiveEvent(tx, { topic: 'generation.progress', generationId, apiId, payload: value });
    }).catch((error: unknown) => log.warn({ err: error }, 'progress could not be written'));
  };
}
