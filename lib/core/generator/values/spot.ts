import type { Faker } from '@faker-js/faker';

import type { Json } from '../../json';
import type { SchemaRegistry } from '../../openapi/model';
import { asciiWords } from '../../python/words';
import { stableHash } from '../../stable-hash';

import type { Words } from './faker';
import type { Conjunction } from './nodes';
import { createRandom, type Random } from './random';
import type { Place } from './types';
import type { Validator } from './validator';

/** What stays the same while one value is made. */
export interface Making {
  registry: SchemaRegistry;
  validator: Validator;
  seed: string;
  words: Words;
  fill: 'required' | 'all';
  place: Place;
  /** Counts down with every candidate, and with every part: bounds the time and the size that one value may take. */
  budget: { left: number; parts: number };
}

/** One place of the value that is being made. */
export interface Spot {
  schemas: Conjunction;
  name: string;
  /** Name of what holds it: the `name` of an `author` is not the `name` of a `product`. */
  owner: string;
  pointer: string;
  depth: number;
  /** Registry ids on the way here: what appears again is recursion. */
  ids: readonly string[];
  /** A value from an example for this place: used where it fits. */
  hint?: Json;
  /** Tells apart the items of one list. */
  variation: number;
}

/**
 * A Faker that starts from the seed of a place: what happens elsewhere in the document changes nothing here. It serves
 * until the next call; who asks must draw at once.
 */
export function fakerAt(making: Making, spot: Spot): Faker {
  const { faker } = making.words;
  faker.seed(stableHash(seedOf(making, spot)) % 4294967296);
  return faker;
}

export function randomAt(making: Making, spot: Spot): Random {
  return createRandom(seedOf(making, spot));
}

function seedOf(making: Making, spot: Spot): string {
  return `${making.seed}\n${spot.pointer}\n${spot.variation}`;
}

/** Names as lower-case words with single spaces: `photoUrls` > `photo urls`. */
export function wordsOf(...names: string[]): string {
  return names.flatMap(asciiWords).join(' ');
}
