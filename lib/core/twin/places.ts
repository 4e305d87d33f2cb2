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
  return world.store.collection(kind.shape, parents, () =>
    kind.creators.length > 0 ? [] : seeded(world, kind),
  );
}

/** Things that nobody can create: those that the examples of the document name, and some more where they are listed. */
function seeded(world: World, kind: Kind): [string, Entry][] {
  const { idParameter, read, list } = kind;
  if (!idParameter) return [];
  const examples = idParameter.examples.filter((id) => world.validator.isValid(idParameter.schema, id));
  const entries = new Map<string, Entry>();
  const wanted = list || read || examples.length === 0 ? fewSeeded : examples.length;
  for (let index = 0; index < Math.max(wanted, examples.length); index++) {
    const sequence = world.store.next();
    const id = examples[index] ?? exampleId(world, kind, index) ?? idFor(world, kind, sequence, entries);
    const record = recordOf(world, kind, index, id);
    const key = keyOf(id);
    if (entries.has(key)) continue;
    entries.set(key, { id, sequence, version: 1, owner: undefined, record, reads: 0, sent: null });
  }
  return [...entries];
}

/** The id in the example of an answer, so that what the document shows is there. */
function exampleId(world: World, kind: Kind, index: number): Json | undefined {
  const { read, idParameter } = kind;
  if (index > 0 || !read || !idParameter) return undefined;
  const { path, key } = world.knowledge.viewOf(read, kind);
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
