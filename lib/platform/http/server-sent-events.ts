/** One message of an event stream (HTML standard, 9.2.6). */
export interface ServerSentEvent {
  id: number;
  event: string;
  data: unknown;
}

const reconnectMs = 2_000;

/** Text of the stream: a comment for silence, else the messages. */
export function eventStreamText(events: readonly ServerSentEvent[]): string {
  if (events.length === 0) return ': still here\n\n';
  return events
    .map(({ id, event, data }) => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    .join('');
}

/**
 * A response that stays open and hands out what `take` brings.
 * @param take the next messages, none after some silence, or undefined at the end
 * @param stop called when the browser has gone
 */
export function eventStreamResponse(
  take: () => Promise<readonly ServerSentEvent[] | undefined>,
  stop: () => void,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${reconnectMs}\n\n`));
    },
    async pull(controller) {
      const events = await take();
      if (events === undefined) controller.close();
      else controller.enqueue(encoder.encode(eventStreamText(events)));
    },
    cancel: stop,
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      // nginx would hold messages back until its buffer is full.
      'x-accel-buffering': 'no',
    },
  });
}
