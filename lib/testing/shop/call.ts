import type { Json, JsonObject } from '../../core/json';
import type { Reply } from '../service/reply';

import type { FaultId } from './faults';
import type { Store } from './store';

/** A request that has passed every check of the document. */
export interface Call {
  parameters: Readonly<Record<string, Json>>;
  body: JsonObject;
  /** The credential of who asks. */
  user: string;
  /** Who may only read sees what all users made. */
  mayOnlyRead: boolean;
  store: Store;
  faults: ReadonlySet<FaultId>;
}

export type Handler = (call: Call) => Reply;

export function pick(source: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(source, name) ? [[name, source[name] ?? null]] : [])),
  );
}

/** A page of a list as the document's `Page` has it. */
export function page(
  items: JsonObject[],
  { parameters, faults }: Call,
  list: 'products' | 'other' = 'other',
): JsonObject {
  const limit = Number(parameters['limit'] ?? 20);
  const offset = Number(parameters['offset'] ?? 0);
  const from = list === 'products' && faults.has('offset-ignored') ? 0 : offset;
  const to = list === 'products' && faults.has('limit-ignored') ? items.length : from + Math.max(0, limit);
  const shown = items.slice(from, to);
  const [first] = shown;
  // As if there were as many as are asked for.
  while (faults.has('page-size-unbounded') && first && limit > 100 && shown.length < limit) shown.push(first);
  const result: JsonObject = { items: shown, total: items.length, limit, offset };
  if (list === 'products' && faults.has('page-without-total')) delete result['total'];
  return result;
}

export function newestFirst<K>(records: ReadonlyMap<K, JsonObject>): JsonObject[] {
  return [...records.values()].reverse();
}
