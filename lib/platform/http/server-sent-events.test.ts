import { expect, it } from 'vitest';

import { eventStreamResponse, eventStreamText } from './server-sent-events';

it('writes each message with its id, name and data on one line', () => {
  expect(eventStreamText([{ id: 7, event: 'comment.added', data: { text: 'two\nlines' } }])).toBe(
    'id: 7\nevent: comment.added\ndata: {"text":"two\\nlines"}\n\n',
  );
});

it('keeps a silent connection open and closes it at the end', async () => {
  const batches = [[], [{ id: 1, event: 'a', data: 1 }], undefined];
  const response = eventStreamResponse({
    from: 7,
    take: () => Promise.resolve(batches.shift()),
    stop: () => undefined,
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(await response.text()).toBe('retry: 2000\nid: 7\n\n: still here\n\nid: 1\nevent: a\ndata: 1\n\n');
});

it('tells when the browser has gone', async () => {
  let stopped = false;
  const response = eventStreamResponse({
    from: 0,
    take: () => Promise.resolve([]),
    stop: () => {
      stopped = true;
    },
  });
  await response.body?.cancel();
  expect(stopped).toBe(true);
});
