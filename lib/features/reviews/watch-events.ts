import { requireUser } from '../context';
import type { Context } from '../context';

import { AppError } from '#lib/core/errors';
import { liveStream } from '#lib/platform/db/live-stream';

export interface LiveMessage {
  id: number;
  event: string;
  data: { generationId: string | null; apiId: string | null; payload: unknown };
}

export interface Watch {
  /** The id after which messages come. */
  from: number;
  /** Waits for the next messages: none after some silence, undefined at the end. */
  take(): Promise<LiveMessage[] | undefined>;
}

/** Proxies close what is silent for a minute. */
const silenceMs = 20_000;

/**
 * What others do, as it happens: about one generation and its API, or about everything.
 * @param after id of the last message that was seen; absent: from some seconds ago, when the page was drawn
 * @throws AppError `unauthenticated`, or `not_found` for an unknown generation
 */
export async function watchEvents(
  context: Context,
  options: { generationId?: string | undefined; after?: number | undefined; signal: AbortSignal },
): Promise<Watch> {
  requireUser(context);
  const { generationId, after, signal } = options;
  const apiId = generationId === undefined ? undefined : await apiOf(context, generationId);
  const subscription = await liveStream(context.db, context.log).subscribe({
    after,
    signal,
    accepts: (event) =>
      generationId === undefined || event.generationId === generationId || event.apiId === apiId,
  });
  return {
    from: subscription.start,
    async take() {
      const events = await subscription.take(silenceMs);
      return events?.map(({ id, topic, generationId: of, apiId: about, payload }) => ({
        id,
        event: topic,
        data: { generationId: of, apiId: about, payload },
      }));
    },
  };
}

async function apiOf({ db }: Context, generationId: string): Promise<string> {
  const row = await db.generation.findUnique({ where: { id: generationId }, select: { apiId: true } });
  if (row === null) throw new AppError('not_found', 'There is no such generation.');
  return row.apiId;
}
