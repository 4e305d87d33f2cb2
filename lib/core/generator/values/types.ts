import type { SourceRef } from '../../diagnostics';
import type { Json } from '../../json';
import type { Schema, SchemaRegistry } from '../../openapi/model';

import type { Words } from './faker';
import type { Condition } from './pin';

/** Where a value travels: decides what the wire can carry (law 2 of the test catalogue). */
export type Place = 'json' | 'form' | 'multipart' | 'path' | 'query' | 'header' | 'cookie';

/** One change to a valid value; `path` leads from its root to the changed member. */
export type Delta =
  | { op: 'set'; path: (string | number)[]; value: Json }
  | { op: 'remove'; path: (string | number)[] }
  | { op: 'add'; path: (string | number)[]; value: Json };

/** A change that breaks exactly one rule, checked so by an independent JSON Schema validator after the wire. */
export interface Violation {
  /** The broken keyword, e.g. `maxLength`, `required`, `type`, `enum`, `format`, `additionalProperties`. */
  keyword: string;
  /** The keyword's value, for people: `200`, `["a","b"]`, `date-time`. */
  limit: Json;
  delta: Delta;
  /** Kebab-case, unique among the rows of one (path, keyword): a pytest id such as `one-over-200`. */
  id: string;
  /** The keyword's place in the source document. */
  source: SourceRef;
  /** Where the rule only holds because the value meets a condition: which one. */
  condition?: Condition;
  /** The rule is one of the team, so that JSON Schema alone may take the value. */
  isBeyondSchema?: true;
}

/** A valid value at an edge of what a keyword allows, or one enum member, or one branch. */
export interface Boundary {
  keyword: string;
  limit: Json;
  delta: Delta;
  id: string;
  source: SourceRef;
}

/** A member of a generated value that should differ from run to run (a name, an e-mail, a code that must be unique). */
export interface UniquePlace {
  path: (string | number)[];
  /** How a new value is made: the text given with a run-unique suffix, within `maxLength`; or an e-mail, a UUID, an integer. */
  kind: 'text' | 'email' | 'uuid' | 'integer';
  maxLength?: number;
}

export interface ValidValue {
  value: Json;
  /** Where the value came from, most trusted first. */
  origin: 'example' | 'default' | 'enum' | 'generated';
  unique: UniquePlace[];
}

/** Why no value could be made: becomes a line of the coverage report (law 12). */
export interface NoValue {
  reason: string;
  source: SourceRef;
}

export interface ValuesOptions {
  registry: SchemaRegistry;
  seed: string;
  /** Whether a format is a rule: if not, values still look right, and no violation of a format is made. */
  assertFormats: boolean;
  /** Realistic words; English where none are given. */
  words?: Words;
  /** Whether objects that say nothing of other properties refuse them: a rule of the team, of no schema. */
  closesSilent?: boolean;
  /** `request`: readOnly members are left out and never required. */
  direction: 'request';
}

export interface ValidOptions {
  /** Parameter or property name, or what the body is about: chooses realistic text. */
  name: string;
  fill: 'required' | 'all';
  place: Place;
  /** Examples of the media type or parameter, tried first and in this order. */
  examples?: Json[];
  /** Tells apart values of equal schemas, so that two of them differ, e.g. the operation's id. */
  key?: string;
}

/** What is made of one schema and one valid value of it; everything that could not be made has its reason. */
export interface Variations<Item> {
  items: Item[];
  skipped: NoValue[];
}

/** Values from schemas: no exception for any document, the same for the same seed, in bounded time. */
export interface Values {
  valid(schema: Schema, options: ValidOptions): ValidValue | NoValue;
  isValid(schema: Schema, value: Json): boolean;
  /** Valid edge values at any depth of `base`, which must itself be valid. */
  boundaries(schema: Schema, base: Json, place: Place): Variations<Boundary>;
  /** Other ways to satisfy the schema than the one that `base` takes: branches of choices, sides of conditions. */
  branches(schema: Schema, base: Json, place: Place): Variations<Boundary>;
  /** Changes of `base`, which must itself be valid, that each break exactly one rule; at or under a member only. */
  violations(schema: Schema, base: Json, place: Place, under?: (string | number)[]): Variations<Violation>;
  /** The members of a valid value that should differ from run to run. */
  unique(schema: Schema, value: Json, name: string): UniquePlace[];
}
