import type { SourceRef } from '../../diagnostics';
import type { Json } from '../../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

import { constraintsOf, type Constraints } from './constraints';
import { pointerOf } from './delta';
import type { Words } from './faker';
import type { LoweredObject } from './lower';
import { make, mostParts } from './make';
import { freeNames } from './make-object';
import { itemSchemas, memberSchemas } from './members';
import type { Conjunction } from './nodes';
import { partAt, type Part } from './part';
import { pin, type Location, type Pinned, type Relaxed } from './pin';
import { isObject } from './same';
import type { Making, Spot } from './spot';
import type { Place } from './types';
import type { Validator } from './validator';
import { isCarried } from './wire';

/** What is at hand while a valid value is varied. */
export interface Bench {
  registry: SchemaRegistry;
  validator: Validator;
  schema: Schema;
  base: Json;
  place: Place;
  seed: string;
  words: Words;
  pinned: Pinned;
  assertFormats: boolean;
  closesSilent: boolean;
  /** What has to be judged again when something at a place changes. */
  partAt(at: readonly (string | number)[]): PinnedPart;
  /** The pinned schema of the part that holds a place, without one rule. */
  relaxedAt(at: readonly (string | number)[], relaxed: Relaxed): LoweredObject;
  /** Whether it serves the value of one member of another bench. */
  isInner?: boolean;
}

export interface PinnedPart extends Part {
  pinned: Pinned;
}

export interface BenchOptions {
  registry: SchemaRegistry;
  validator: Validator;
  seed: string;
  words: Words;
  assertFormats: boolean;
  closesSilent: boolean;
  isInner?: boolean;
}

export function createBench(options: BenchOptions, schema: Schema, base: Json, place: Place): Bench {
  const { registry, validator } = options;
  const pinned = pin(registry, validator, schema, base);
  const whole: PinnedPart = { schema, value: base, path: [], pinned };
  const parts = new Map([['', whole]]);
  // What is cut is pinned in the whole as far as it goes, and a base that cannot be sent has no part that can.
  const isWhole = pinned.isCut || !isCarried(base, place, 0);
  const pinnedPart = (at: readonly (string | number)[]): PinnedPart => {
    if (isWhole) return whole;
    const part = partAt({ registry, validator, place }, whole, at);
    const key = pointerOf(part.path);
    const known = parts.get(key) ?? { ...part, pinned: pin(registry, validator, part.schema, part.value) };
    parts.set(key, known);
    return known;
  };
  const relaxedAt: Bench['relaxedAt'] = (at, relaxed) => {
    const part = pinnedPart(at);
    return pin(registry, validator, part.schema, part.value, relaxed).schema;
  };
  return { ...options, schema, base, place, pinned, partAt: pinnedPart, relaxedAt };
}

/** Another valid value of some schemas, e.g. one more item of a list. */
export function makeAt(
  bench: Bench,
  schemas: Conjunction,
  location: Location,
  variation: number,
  fill: Making['fill'] = 'required',
): Json | undefined {
  const made = make({ ...makingOf(bench), fill }, spotAt(location, schemas, variation));
  return 'value' in made ? made.value : undefined;
}

function makingOf({ registry, validator, seed, words, place }: Bench): Making {
  return {
    registry,
    validator,
    seed,
    words,
    place,
    fill: 'required',
    budget: { left: 500, parts: mostParts },
  };
}

function spotAt({ path }: Location, schemas: Conjunction, variation: number): Spot {
  const [name = 'item', owner = ''] = path.filter((step) => typeof step === 'string').reverse();
  return { schemas, name, owner, pointer: pointerOf(path), depth: path.length, ids: [], variation };
}

/** Names that an object would take for one more member, and a value for each. */
export function* nextMembers(bench: Bench, location: Location): Generator<[string, Json]> {
  const { validator } = bench;
  const spot = spotAt(location, location.nodes, 0);
  for (const name of freeNames(makingOf(bench), spot, location.nodes)) {
    if (isObject(location.value) && Object.hasOwn(location.value, name)) continue;
    const path = [...location.path, name];
    const made = makeAt(bench, memberSchemas(validator, location.nodes, name), { ...location, path }, 0);
    if (made !== undefined) yield [name, made];
  }
}

/** One more item for a list, different from those it has where the list asks for it. */
export function nextItem(
  bench: Bench,
  location: Location,
  items: readonly Json[],
  isUnique: boolean,
): Json | undefined {
  const schemas = itemSchemas(location.nodes, items.length);
  if (!isUnique && items.length > 0) return items.at(-1);
  for (let variation = items.length; variation < items.length + 30; variation++) {
    const item = makeAt(bench, schemas, location, variation);
    if (item === undefined) return undefined;
    const text = JSON.stringify(item);
    if (!isUnique || !items.some((other) => JSON.stringify(other) === text)) return item;
  }
  return undefined;
}

export function rulesOf(location: Location): Constraints {
  return constraintsOf(location.nodes);
}

/** Where a keyword stands in the document; the root of the schema where the model does not know. */
export function sourceOf(bench: Bench, node: SchemaObject, keyword: string): SourceRef {
  const source = bench.registry.sourceOf(node);
  if (source) return { file: source.file, pointer: `${source.pointer}/${keyword}` };
  return bench.registry.sourceOf(bench.schema) ?? { file: '', pointer: '' };
}
