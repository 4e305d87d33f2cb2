import { listIn, successSchema } from '../generator/plan/item-view';
import { isObject } from '../generator/values/same';
import type { Json, JsonObject } from '../json';
import type { Operation } from '../openapi/model';

import type { Kind, Place } from './knowledge';
import { madeId } from './made-ids';
import { keyOf, type Collection, type Entry } from './store';
import type { World } from './world';

const fewSeeded = 3;

/** The place of the thing that an operation on one thing is about; its absence is that operation's own affair. */
export function ownPlace(world: World, operation: Operation): Place | undefined {
  const { does } = world.knowledge.behaviourOf(operation);
  const isOwn = does === 'read' || does === 'replace' || does === 'update' || does === 'remove';
  return isOwn ? world.knowledge.placesOf(operation).at(-1) : undefined;
}

/** The things of a kind under the things with these keys. What no request can make is there from the beginning. */
export function collectionOf(world: World, kind: Kind, parents: readonly string[]): Collection {
  return world.store.collection(kind.shape, parents, () => (kind.isMade ? [] : seeded(world, kind)));
}

/** Things that nobody can create: those that the examples of the document name, and some more where they are listed. */
function seeded(world: World, kind: Kind): [string, Entry][] {
  const entries = new Map<string, Entry>();
  for (const [index, record] of kind.idParameter ? [] : listedRecords(world, kind)) {
    const sequence = world.store.next();
    entries.set(String(index), {
      id: index,
      sequence,
      version: 1,
      owner: undefined,
      record,
      reads: 0,
      sent: null,
    });
  }
  for (const [index, id] of seededIds(world, kind).entries()) {
    const sequence = world.store.next();
    const record = recordOf(world, kind, index, id);
    entries.set(keyOf(id), { id, sequence, version: 1, owner: undefined, record, reads: 0, sent: null });
  }
  return [...entries];
}

/** What the example of a list shows, the last one first: a list begins with the newest. */
function listedRecords(world: World, { list }: Kind): [number, JsonObject][] {
  const path = list && listIn(successSchema(list), world.model.schemas)?.path;
  const shown = list && path && memberAt(sampleOf(world, list), path);
  const items = Array.isArray(shown) ? shown.filter(isObject) : [];
  return items.map((item, index): [number, JsonObject] => [index, item]).reverse();
}

/** The ids of what is there from the beginning, the same under each parent. */
export function seededIds(world: World, kind: Kind): Json[] {
  const { idParameter, read, list } = kind;
  if (!idParameter || kind.isMade) return [];
  const examples = idParameter.examples.filter((id) => world.validator.isValid(idParameter.schema, id));
  const shown = exampleId(world, kind);
  const ids = new Map([...(shown === undefined ? [] : [shown]), ...examples].map((id) => [keyOf(id), id]));
  const wanted = list || read || ids.size === 0 ? fewSeeded : ids.size;
  for (let index = 1; ids.size < wanted && index <= 2 * fewSeeded; index++) {
    const id = idFor(world, kind, index, ids);
    ids.set(keyOf(id), id);
  }
  return [...ids.values()];
}

/** The id in the example of an answer, so that what the document shows is there. */
function exampleId(world: World, kind: Kind): Json | undefined {
  const { read, idParameter } = kind;
  if (!read || !idParameter) return undefined;
  const { path, key } = world.knowledge.viewOf(read, kind);
  const response = read.responses.find(({ status }) => /^2/.test(status));
  if (!response?.content.some(({ examples }) => examples.length > 0)) return undefined;
  const shown = memberAt(sampleOf(world, read), path);
  const id = key === undefined || !isObject(shown) ? undefined : shown[key];
  return id !== undefined && world.validator.isValid(idParameter.schema, id) ? id : undefined;
}

function recordOf(world: World, kind: Kind, index: number, id: Json): JsonObject {
  if (!kind.read || index > 0) return {};
  const { path, key } = world.knowledge.viewOf(kind.read, kind);
  const shown = memberAt(sampleOf(world, kind.read), path);
  return isObject(shown) ? { ...shown, ...(key !== undefined && { [key]: id }) } : {};
}

function sampleOf(world: World, operation: Operation): Json | undefined {
  const response = operation.responses.find(({ status }) => /^2/.test(status));
  const [media] = response?.content ?? [];
  return media && world.answers.sample(media);
}

export function memberAt(value: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  let at = value;
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)];
    else at = isObject(at) && Object.hasOwn(at, String(step)) ? at[String(step)] : undefined;
  }
  return at;
}

/** An id that no other thing there has. */
export function idFor(
  world: World,
  kind: Kind,
  sequence: number,
  taken: { has(key: string): boolean },
): Json {
  const { knowledge, answers, model } = world;
  const shown = [...kind.creators, ...(kind.read ? [kind.read] : [])].flatMap((operation) => {
    const schema = knowledge.idSchemaIn(operation, kind);
    return schema === undefined ? [] : [schema];
  });
  const schemas = [...(kind.idParameter ? [kind.idParameter.schema] : []), ...shown];
  return madeId(answers, model.schemas, schemas, sequence, (id) => taken.has(keyOf(id)));
}
