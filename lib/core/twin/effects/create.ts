import { documents } from '../../generator/plan/expected';
import { isObject } from '../../generator/values/same';
import type { Json, JsonObject } from '../../json';
import { callerName, keysOf, type Call } from '../call';
import type { Result } from '../exchange';
import type { Kind } from '../knowledge';
import { collectionOf, idFor } from '../places';
import { successStatus } from '../policy';
import { keyOf, type Collection, type Entry } from '../store';
import type { World } from '../world';

import { act } from './act';
import { conflictOf } from './conflicts';
import { bodySchema, stored, withDefaults } from './incoming';
import { serverSet, shownMembers } from './server-set';
import { keyOfEntry, locationOf, showing } from './view';

/** Makes a thing of a kind: what was sent, the documented defaults, and what only the server sets. */
export function create(world: World, call: Call, kind: Kind): Result {
  const { operation } = call;
  const schema = bodySchema(operation, call.mediaType);
  const body =
    call.body === undefined
      ? {}
      : stored(world, schema, call.body, shownMembers(world, kind, operation).keys());
  if (!isObject(body)) return act(world, call);
  const keys = keysOf(world, call);
  const collection = collectionOf(world, kind, keys);
  const refusal = conflictOf(world, operation, schema, { body, collection });
  if (refusal) return { refusal };
  const record = withDefaults(world, schema, body);
  const given = isObject(record) ? record : body;
  const id = chosenId(world, call, kind, given);
  if (id !== undefined && collection.entries.has(keyOf(id)) && documents(operation, 409))
    return { refusal: { status: 409, detail: 'Something with this id is there already.' } };
  const entry = add(world, call, kind, { collection, given, sent: body, id });
  const status = successStatus(operation, [201, 202, 200]);
  const made = showing(world, call, kind, { entry, status });
  return { ...made, headers: { ...made.headers, location: locationOf(call, kind, keys, entry.id) } };
}

interface New {
  collection: Collection;
  given: JsonObject;
  sent: Json;
  id: Json | undefined;
}

/** Puts a thing among those of its kind. */
export function add(
  world: World,
  call: Call,
  kind: Kind,
  { collection, given, sent, id: chosen }: New,
): Entry {
  const sequence = world.store.next();
  const id = chosen ?? idFor(world, kind, sequence, collection.entries);
  const { key } = world.knowledge.viewOf(call.operation, kind);
  const owner = callerName(call);
  const known: JsonObject = key === undefined ? given : { ...given, [key]: id };
  const entry: Entry = { id, sequence, version: 1, owner, record: known, reads: 0, sent };
  const set = serverSet(world, kind, call.operation, known, { owner, key: keyOfEntry(entry) });
  entry.record = { ...known, ...set };
  collection.entries.set(keyOf(id), entry);
  collection.removed.delete(keyOf(id));
  return entry;
}

/** The id that the client gives, where the document lets it. */
function chosenId(world: World, call: Call, kind: Kind, given: JsonObject): Json | undefined {
  const { key } = world.knowledge.viewOf(call.operation, kind);
  const id = key !== undefined && Object.hasOwn(given, key) ? given[key] : undefined;
  const isName = typeof id === 'string' || typeof id === 'number';
  if (!isName || id === '' || !kind.idParameter) return undefined;
  return world.validator.isValid(kind.idParameter.schema, id) ? id : undefined;
}
