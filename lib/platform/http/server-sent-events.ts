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

export interface EventSourceSide {
  /** Where the stream begins: a browser that loses it before the first message still resumes from here. */
  from: number;
  /** The next messages, none after some silence, or undefined at the end. */
  take: () => Promise<readonly ServerSentEvent[] | undefined>;
  /** Called when the browser has gone. */
  stop: () => void;
}

/** A response that stays open and hands out what `take` brings. */
export function eventStreamResponse({ from, take, stop }: EventSourceSide): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${reconnectMs}\nid: ${from}\n\n`));
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
