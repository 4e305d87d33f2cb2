import type { Json } from '../../core/json';
import { isObject } from '../service/document';
import type { Reply } from '../service/reply';

import type { FaultId } from './faults';

/** Spoils a correct reply as the switched-on response faults say. */
export function distort(reply: Reply, operation: string, faults: ReadonlySet<FaultId>): Reply {
  const isProduct = ['createProduct', 'getProduct'].includes(operation);
  if (!isProduct) return reply;
  if (reply.status >= 400) return distortProblem(reply, faults);
  const { body } = reply;
  if (!isObject(body)) return reply;
  const changed = { ...body };
  if (faults.has('response-property-missing')) delete changed['createdAt'];
  if (faults.has('response-property-of-wrong-type')) changed['price'] = withTextAmount(changed['price']);
  if (faults.has('response-value-out-of-enum')) changed['status'] = String(changed['status']).toUpperCase();
  const mediaType = faults.has('wrong-content-type') ? 'text/html; charset=utf-8' : reply.mediaType;
  return { ...reply, mediaType, body: changed };
}

function withTextAmount(price: Json | undefined): Json {
  return isObject(price) ? { ...price, amount: String(price['amount']) } : (price ?? null);
}

function distortProblem(reply: Reply, faults: ReadonlySet<FaultId>): Reply {
  if (faults.has('problem-as-text'))
    return { ...reply, mediaType: 'text/plain; charset=utf-8', body: 'error' };
  if (!faults.has('problem-without-title') || !isObject(reply.body)) return reply;
  const { title: _, ...rest } = reply.body;
  return { ...reply, body: rest };
}
