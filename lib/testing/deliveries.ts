import type { Database } from '#lib/platform/db/client';

let count = 0;

/** A delivery as the webhook stores it, not yet read. */
export async function storeDelivery(
  db: Database,
  connectionId: string,
  body: object | string,
  receivedAt: Date,
): Promise<string> {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  count += 1;
  const { id } = await db.delivery.create({
    data: {
      connectionId,
      receivedAt,
      requestId: 'r',
      bodyHash: String(count),
      bodyBytes: bytes.byteLength,
      body: bytes,
      kind: 'notice',
    },
  });
  return id;
}
