import { successSchema } from '../../generator/plan/item-view';
import type { Json, JsonObject } from '../../json';
import type { Operation } from '../../openapi/model';
import { callerName, type Call } from '../call';
import type { Outcome } from '../exchange';
import { itemsOf, schemaAt, type Kind } from '../knowledge';
import type { Entry } from '../store';
import { encoded, keyOf } from '../store';
import type { World } from '../world';

/** What an operation's answer says of a thing: its record where the answer shows it, under the name that it has there. */
export function contentOf(world: World, operation: Operation, kind: Kind, entry: Entry): Json {
  const { path, key } = world.knowledge.viewOf(operation, kind);
  const record =
    key === undefined || Object.hasOwn(entry.record, key)
      ? entry.record
      : { ...entry.record, [key]: entry.id };
  return path.reduceRight<Json>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    record,
  );
}

const views = new WeakMap<Entry, { version: number; list: Operation; item: Json }>();

/** A thing as a list shows it. */
export function itemInList(
  world: World,
  list: Operation,
  path: readonly string[],
  kind: Kind,
  entry: Entry,
): Json {
  const known = views.get(entry);
  if (known?.version === entry.version && known.list === list) return known.item;
  const registry = world.model.schemas;
  const schema = itemsOf(schemaAt(successSchema(list), path, registry), registry) ?? true;
  const key = world.knowledge.listKey(list, kind);
  const record: JsonObject =
    key === undefined || Object.hasOwn(entry.record, key)
      ? entry.record
      : { ...entry.record, [key]: entry.id };
  const item = world.answers.complete(schema, record, keyOfEntry(entry));
  views.set(entry, { version: entry.version, list, item });
  return item;
}

/** Distinguishes the made-up members of things. */
export function keyOfEntry({ sequence }: Entry): string {
  return `entry ${String(sequence)}`;
}

/** The entity tag of a thing's state (RFC 9110 section 8.8.3). */
export function tagOf({ sequence, version }: Entry): string {
  return `"${String(sequence)}-${String(version)}"`;
}

/** An answer that shows a thing. */
export function showing(
  world: World,
  call: Call,
  kind: Kind,
  { entry, status }: { entry: Entry; status: number },
): Outcome {
  return {
    status,
    content: contentOf(world, call.operation, kind, entry),
    headers: { etag: tagOf(entry) },
    key: keyOfEntry(entry),
  };
}

/** The path of a thing, as `Location` names it. */
export function locationOf(call: Call, kind: Kind, keys: readonly string[], id: Json): string {
  const values = [...keys, keyOf(id)];
  if (kind.itemPath === undefined) return `${call.path.replace(/\/$/, '')}/${encoded(keyOf(id))}`;
  let index = 0;
  const path = kind.itemPath.replace(/\{[^{}]*\}/g, () => encoded(values[index++] ?? ''));
  return `${call.prefix}${path}`;
}

/** Whether somebody may see what belongs to somebody: who may only read sees all. */
export function maySee(call: Call, kind: Kind, entry: Entry): boolean {
  if (!kind.isOwned || entry.owner === undefined || call.caller === 'anyone') return true;
  return !call.caller.mayWrite || entry.owner === callerName(call);
}
