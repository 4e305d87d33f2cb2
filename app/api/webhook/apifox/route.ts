import { receiveDelivery } from '#lib/features/webhooks/receive-delivery';
import { bodyChunks } from '#lib/platform/http/body-chunks';
import { problemResponse } from '#lib/platform/http/problem';
import { requestIdOf } from '#lib/platform/http/request-id';
import { runtime } from '#lib/platform/runtime';

/**
 * Takes in a webhook of Apifox, Apidog or our own contract for CI (docs/webhook.md). 202 with the id of the delivery
 * once it is stored, 200 with the first one's id for a duplicate; errors are problem documents.
 */
export async function POST(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const { db, secrets, log } = await runtime('web');
  try {
    const { deliveryId, duplicate } = await receiveDelivery(
      { db, actor: { kind: 'system', name: 'webhook' }, clock: () => new Date(), log, requestId },
      {
        connectionKey: new URL(request.url).searchParams.get('c') ?? undefined,
        headers: Object.fromEntries(request.headers),
        body: bodyChunks(request),
      },
      secrets.encryptionKey,
    );
    return Response.json(
      { deliveryId },
      {
        status: duplicate ? 200 : 202,
        headers: { 'x-request-id': requestId, 'cache-control': 'no-store' },
      },
    );
  } catch (error) {
    return problemResponse(error, requestId, log);
  }
}
