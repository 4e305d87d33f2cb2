import { describe, expect, it } from 'vitest';

import { documentLimit, largeBodiesAtOnce, noticeLimit, readBody } from './read-body';

const text = (value: string) => new TextEncoder().encode(value);
const document = text(`{"openapi": "3.1.0", "info": "${'x'.repeat(noticeLimit)}`);

/** A body that is read as far as the first chunk and then waits for `end`. */
function held(first: Uint8Array) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  async function* chunks() {
    yield first;
    await ended;
    yield text('"}');
  }
  return { body: readBody(chunks(), false, true), end };
}

async function* once(...chunks: Uint8Array[]) {
  yield* chunks;
}

describe('readBody', () => {
  it('reads only a few large bodies at once, and small ones beside them', async () => {
    const reading = Array.from({ length: largeBodiesAtOnce }, () => held(document));
    await new Promise(setImmediate);
    await expect(readBody(once(document), false, true)).rejects.toMatchObject({
      code: 'rate_limited',
      details: { retryAfter: 10 },
    });
    expect(await readBody(once(text('{}')), false, true)).toEqual(Buffer.from('{}'));
    for (const { end } of reading) end();
    for (const { body } of reading) expect((await body).byteLength).toBe(document.byteLength + 2);
    expect((await readBody(once(document), false, true)).byteLength).toBe(document.byteLength);
  });

  it('gives its place back when a body is refused', async () => {
    for (let round = 0; round <= largeBodiesAtOnce; round += 1) {
      const tooLarge = readBody(once(document, new Uint8Array(documentLimit)), false, true);
      await expect(tooLarge).rejects.toMatchObject({ code: 'too_large' });
    }
  });

  it('takes no document where only notices come', async () => {
    await expect(readBody(once(document), false, false)).rejects.toMatchObject({ code: 'too_large' });
  });
});
