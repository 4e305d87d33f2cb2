import type { JsonObject } from '../../core/json';
import { isObject } from '../service/document';
import { answer } from '../service/reply';

import type { Call, Handler } from './call';

const getSalesReport: Handler = (call) => {
  const from = String(call.parameters['from'] ?? '1970-01-01');
  const to = String(call.parameters['to']);
  const groupBy = call.parameters['groupBy'] === 'month' ? 'month' : 'day';
  const rows = new Map<string, { orders: number; revenue: number }>();
  for (const order of call.store.orders.values()) {
    const day = String(order['placedAt']).slice(0, 10);
    if (day < from || day > to || !isInCurrency(order, call)) continue;
    const period = groupBy === 'month' ? day.slice(0, 7) : day;
    const row = rows.get(period) ?? { orders: 0, revenue: 0 };
    rows.set(period, { orders: row.orders + 1, revenue: row.revenue + Number(order['total']) });
  }
  const sorted = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return answer(200, { from, to, groupBy, rows: sorted.map(([period, row]) => ({ period, ...row })) });
};

function isInCurrency(order: JsonObject, { parameters, store }: Call): boolean {
  const currency = parameters['X-Currency'];
  if (currency === undefined) return true;
  const [item] = Array.isArray(order['items']) ? order['items'] : [];
  const price = isObject(item) ? store.products.get(String(item['productId']))?.['price'] : undefined;
  return isObject(price) && price['currency'] === currency;
}

export const reportHandlers: Record<string, Handler> = { getSalesReport };
