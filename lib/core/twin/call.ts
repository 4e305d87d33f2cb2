import type { Json } from '../json';
import type { Operation, Parameter } from '../openapi/model';

import type { Refusal } from './exchange';
import type { Kind } from './knowledge';
import { collectionOf, ownPlace } from './places';
import { goneStatus } from './policy';
import { keyOf, type Collection, type Entry } from './store';
import type { World } from './world';

/** A request that has passed every check of the document. */
export interface Call {
  operation: Operation;
  /** Percent-encoded, as it was asked for. */
  path: string;
  query: string;
  /** What stands before the path template in that path. */
  prefix: string;
  parameters: ReadonlyMap<Parameter, Json>;
  headers: Readonly<Record<string, string>>;
  /** `undefined` where there is none. */
  body: Json | undefined;
  mediaType: string;
  caller: { name: string; mayWrite: boolean } | 'anyone';
}

/** Name of who asks, for what belongs to somebody. */
export function callerName({ caller }: Call): string | undefined {
  return caller === 'anyone' ? undefined : caller.name;
}

/** Keys of the things that the path names, in order. */
export function keysOf(world: World, call: Call): string[] {
  return world.knowledge.placesOf(call.operation).map(({ parameter }) => {
    const value = parameter && call.parameters.get(parameter);
    return value === undefined ? '' : keyOf(value);
  });
}

/** The first thing on the way that is not there, as a refusal; the last one is left to those whose own it is. */
export function missingOnTheWay(world: World, call: Call): Refusal | undefined {
  const places = world.knowledge.placesOf(call.operation);
  const keys = keysOf(world, call);
  const own = ownPlace(world, call.operation);
  for (const [index, place] of places.entries()) {
    if (place === own || (place.parameter && world.knowledge.isChoice(place.parameter))) continue;
    const collection = collectionOf(world, world.knowledge.kindAt(place.shape), keys.slice(0, index));
    const key = keys[index] ?? '';
    if (!collection.entries.has(key)) return missing(call.operation, collection, key);
  }
  return undefined;
}

/** The thing that the path ends with, or why it is refused. */
export function entryOf(
  world: World,
  call: Call,
  kind: Kind,
): { entry: Entry; key: string; collection: Collection } | { refusal: Refusal } {
  const keys = keysOf(world, call);
  const key = keys.at(-1) ?? '';
  const collection = collectionOf(world, kind, keys.slice(0, -1));
  const entry = collection.entries.get(key);
  return entry ? { entry, key, collection } : { refusal: missing(call.operation, collection, key) };
}

function missing(operation: Operation, { removed }: Collection, key: string): Refusal {
  const wasThere = removed.has(key);
  return {
    status: goneStatus(operation, wasThere),
    detail: wasThere ? 'It was there and is gone.' : 'There is nothing with this id.',
  };
}
