import { requestContext } from '../../_server/request-context';

import { watchEvents } from '#lib/features/reviews/watch-events';
import { problemResponse } from '#lib/platform/http/problem';
import { requestIdOf } from '#lib/platform/http/request-id';
import { eventStreamResponse } from '#lib/platform/http/server-sent-events';
import { runtime } from '#lib/platform/runtime';

/** The browser then connects again and shows its session anew: a revoked one ends here. */
const longestMs = 15 * 60_000;

/**
 * What others do, as server-sent events named by topic, e.g. `cases.decided`, for the signed-in pages.
 * `?generation=<id>` narrows them to that generation and its API; `Last-Event-ID` goes on after that message.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const context = await requestContext();
    const gone = new AbortController();
    const watch = await watchEvents(context, {
      generationId: new URL(request.url).searchParams.get('generation') ?? undefined,
      after: lastEventId(request.headers),
      signal: AbortSignal.any([request.signal, gone.signal, AbortSignal.timeout(longestMs)]),
    });
    return eventStreamResponse({
      from: watch.from,
      take: () => watch.take(),
      stop: () => gone.abort(),
    });
  } catch (error) {
    const { log } = await runtime('web');
    return problemResponse(error, requestIdOf(request.headers), log);
  }
}

function lastEventId(headers: Headers): number | undefined {
  const value = headers.get('last-event-id') ?? '';
  return /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
