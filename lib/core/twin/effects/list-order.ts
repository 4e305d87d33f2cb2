import { sorting } from '../../generator/rules/list-sorts';
import { isObject } from '../../generator/values/same';
import type { Json } from '../../json';
import type { Call } from '../call';

import type { Listed } from './list-pages';

export interface Order {
  field: string;
  isDescending: boolean;
}

/** The order that the client asks for, or that the document gives as the default: `-name`, `name:desc`, `name`. */
export function orderOf({ operation, parameters }: Call): Order | undefined {
  const parameter = operation.parameters.find((each) => each.in === 'query' && sorting.test(each.name));
  if (!parameter) return undefined;
  const { schema } = parameter;
  const given = parameters.get(parameter) ?? (typeof schema === 'object' ? schema.default : undefined);
  const [text] = Array.isArray(given) ? given : [given];
  if (typeof text !== 'string' || text === '') return undefined;
  const direction = operation.parameters.find(
    (each) => /^(direction|sort_?(order|dir(ection)?)|order)$/i.test(each.name) && each !== parameter,
  );
  const turned = direction && parameters.get(direction);
  const isDescending =
    text.startsWith('-') || /[:, ]desc(ending)?$/i.test(text) || /^desc/i.test(String(turned ?? ''));
  return { field: text.replace(/^[-+]/, '').replace(/[:, ](asc|desc)(ending)?$/i, ''), isDescending };
}

/** The newest first, unless another order is asked for; equal ones the newest first too. */
export function inOrder(call: Call, all: readonly Listed[]): Listed[] {
  const order = orderOf(call);
  return all.toSorted((a, b) => byOrder(order, a, b));
}

/** What a thing is ordered by. */
export function sortKey(order: Order | undefined, { item }: Pick<Listed, 'item'>): Json {
  if (!order || !isObject(item) || !Object.hasOwn(item, order.field)) return null;
  return item[order.field] ?? null;
}

export function byOrder(
  order: Order | undefined,
  a: { item: Json; entry: { sequence: number } },
  b: { item: Json; entry: { sequence: number } },
): number {
  const between = order ? compared(sortKey(order, a), sortKey(order, b)) : 0;
  if (between !== 0) return order?.isDescending ? -between : between;
  return b.entry.sequence - a.entry.sequence;
}

/** Numbers by value, text by code point, what has no value first. */
export function compared(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  const [left, right] = [textOf(a), textOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
