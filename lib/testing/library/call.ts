import type { Json, JsonObject } from '../../core/json';
import type { Reply } from '../service/reply';

import type { Caller } from './credentials';
import type { FaultId } from './faults';
import type { Upload } from './multipart';
import type { Store } from './store';

/** A request that has passed every check of the document. */
export interface Call {
  parameters: Readonly<Record<string, Json>>;
  body: JsonObject;
  /** Files of a multipart body, by the name of their part. */
  uploads: ReadonlyMap<string, Upload>;
  caller: Caller;
  store: Store;
  faults: ReadonlySet<FaultId>;
}

export type Handler = (call: Call) => Reply;

/** The members with these names, where they are given. */
export function pick(source: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(source, name) ? [[name, source[name] ?? null]] : [])),
  );
}

export function without(source: JsonObject, ...names: string[]): JsonObject {
  return Object.fromEntries(Object.entries(source).filter(([name]) => !names.includes(name)));
}

export function newestFirst<T>(records: ReadonlyMap<unknown, T>): T[] {
  return [...records.values()].reverse();
}

export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
