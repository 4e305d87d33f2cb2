import { documents } from '../../generator/plan/expected';
import { isJsonPatch } from '../../generator/plan/media-type';
import { isObject } from '../../generator/values/same';
import type { Json, JsonObject } from '../../json';
import { entryOf, keysOf, type Call } from '../call';
import type { Refusal, Result } from '../exchange';
import type { Kind } from '../knowledge';
import { collectionOf } from '../places';
import { successStatus, wrongBodyStatus } from '../policy';
import type { World } from '../world';

import { conflictOf } from './conflicts';
import { add } from './create';
import { bodySchema, merged, stored, withDefaults, writableNames } from './incoming';
import { patched } from './json-patch';
import { refuseOthers } from './ownership';
import { refuseOtherState } from './preconditions';
import { shownMembers, touched } from './server-set';
import { locationOf, showing } from './view';

/** PUT replaces the whole (RFC 9110 section 9.3.4): what is left out goes back to its default. Makes a thing where 201 is documented. */
export function replace(world: World, call: Call, kind: Kind): Result {
  const schema = bodySchema(call.operation, call.mediaType);
  const isNew = documents(call.operation, 201) && 'refusal' in entryOf(world, call, kind);
  return isNew
    ? putNew(world, call, kind)
    : change(world, call, kind, (record, body) => {
        if (!isObject(body)) return record;
        const writable = writableNames(world, schema);
        const kept = Object.entries(record).filter(([name]) => !writable.has(name));
        const full = withDefaults(world, schema, body);
        return { ...Object.fromEntries(kept), ...(isObject(full) ? full : body) };
      });
}

/** PATCH changes what it names (RFC 5789): a JSON Patch (RFC 6902), else a merge patch (RFC 7396). */
export function update(world: World, call: Call, kind: Kind): Result {
  return change(world, call, kind, (record, body) => {
    if (isJsonPatch(call.mediaType)) return patched(record, body);
    const shown = shownMembers(world, kind, call.operation);
    const keepsNull = (name: string): boolean => {
      const schema = shown.get(name);
      return schema !== undefined && world.answers.validator.isValid(world.answers.registry.of(schema), null);
    };
    const result = merged(record, body, keepsNull);
    return isObject(result) ? result : record;
  });
}

function change(
  world: World,
  call: Call,
  kind: Kind,
  changed: (record: JsonObject, body: Json) => JsonObject | undefined,
): Result {
  const found = entryOf(world, call, kind);
  if ('refusal' in found) return found;
  const { entry, key, collection } = found;
  const { operation } = call;
  const schema = bodySchema(operation, call.mediaType);
  const body = stored(world, schema, call.body ?? {}, shownMembers(world, kind, operation).keys());
  const refusal: Refusal | undefined =
    refuseOthers(call, kind, entry) ??
    refuseOtherState(call, entry) ??
    conflictOf(world, operation, schema, { body, collection, own: key });
  if (refusal) return { refusal };
  const record = changed(entry.record, body);
  if (!record) {
    return {
      refusal: { status: wrongBodyStatus(operation), detail: 'The patch does not fit what is there.' },
    };
  }
  const name = world.knowledge.viewOf(operation, kind).key;
  const isNamed = name !== undefined && Object.hasOwn(entry.record, name);
  entry.record = touched(world, kind, operation, isNamed ? { ...record, [name]: entry.id } : record);
  entry.version += 1;
  return showing(world, call, kind, { entry, status: successStatus(operation, [200, 204, 202]) });
}

function putNew(world: World, call: Call, kind: Kind): Result {
  const schema = bodySchema(call.operation, call.mediaType);
  const body = stored(world, schema, call.body ?? {}, shownMembers(world, kind, call.operation).keys());
  const full = withDefaults(world, schema, body);
  const keys = keysOf(world, call);
  const collection = collectionOf(world, kind, keys.slice(0, -1));
  const refusal = conflictOf(world, call.operation, schema, { body, collection });
  if (refusal) return { refusal };
  const id = kind.idParameter && call.parameters.get(own(call, kind) ?? kind.idParameter);
  const entry = add(world, call, kind, {
    collection,
    given: isObject(full) ? full : {},
    sent: body,
    id: id ?? keys.at(-1) ?? '',
  });
  const made = showing(world, call, kind, { entry, status: 201 });
  return {
    ...made,
    headers: { ...made.headers, location: locationOf(call, kind, keys.slice(0, -1), entry.id) },
  };
}

function own({ operation }: Call, { idName }: Kind) {
  return operation.parameters.find((each) => each.in === 'path' && each.name === idName);
}
