import type { Json, JsonObject } from '../../core/json';
import { isObject } from '../service/document';
import { answer, problem } from '../service/reply';

import { pick, type Call, type Handler } from './call';

const createOrder: Handler = (call) => {
  const { body, parameters, store } = call;
  if (!store.customers.has(String(body['customerId']).toLowerCase()))
    return problem(422, 'customerId names no customer');
  const items = Array.isArray(body['items']) ? body['items'] : [];
  const prices = items.map((item) => priceOf(item, call));
  if (prices.includes(undefined)) return problem(422, 'productId names no product');
  const key = parameters['Idempotency-Key'];
  const request = JSON.stringify([body['customerId'], key, body]);
  const first = key === undefined ? undefined : store.placed.get(request);
  const order = first ?? {
    id: store.nextOrderId(),
    couponCode: null,
    note: null,
    ...pick(body, ['customerId', 'items', 'couponCode', 'note']),
    status: 'pending',
    total: Math.max(
      1,
      prices.reduce<number>((sum, price) => sum + (price ?? 0), 0),
    ),
    placedAt: new Date().toISOString(),
  };
  store.placed.set(request, order);
  store.orders.set(String(order['id']), order);
  store.placedBy.set(String(order['id']), call.user);
  return answer(201, shown(order, call), { location: `/orders/${String(order['id'])}` });
};

const getOrder: Handler = (call) => {
  const id = String(call.parameters['orderId']);
  const order = call.store.orders.get(id);
  const isSeen =
    call.mayOnlyRead || call.store.placedBy.get(id) === call.user || call.faults.has('others-order-shown');
  return order && isSeen ? answer(200, shown(order, call)) : problem(404, 'No such order');
};

function priceOf(item: Json, { store }: Call): number | undefined {
  if (!isObject(item)) return undefined;
  const price = store.products.get(String(item['productId']).toLowerCase())?.['price'];
  return isObject(price) ? Number(price['amount']) * Number(item['quantity']) : undefined;
}

function shown(order: JsonObject, { faults }: Call): JsonObject {
  if (!faults.has('response-date-malformed')) return order;
  return { ...order, placedAt: String(order['placedAt']).replace('T', ' ').replace('Z', '') };
}

export const orderHandlers: Record<string, Handler> = { createOrder, getOrder };
