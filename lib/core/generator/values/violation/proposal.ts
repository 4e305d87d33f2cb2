import type { Json } from '../../../json';
import type { Schema, SchemaObject } from '../../../openapi/model';
import type { Bench } from '../bench';
import type { Location } from '../pin';
import type { Delta, Variations, Violation } from '../types';

/** A rule to break: the first of the deltas that breaks it, and nothing else, becomes the violation. */
export interface Proposal {
  keyword: string;
  limit: Json;
  node: SchemaObject;
  id: string;
  deltas: Iterable<Delta>;
  /** Where the broken rule is reported. */
  at: (string | number)[];
  /**
   * For rules that judge by whole schemas, whose issues are those of many keywords: the keywords of the node that make up
   * the rule. The value must be valid without them and invalid with them.
   */
  relaxes?: readonly string[];
  /** For rules that no validator knows: the only issues that may come with it, and whether there must be any. */
  excused?: { at: (string | number)[]; keywords: readonly string[]; mustBreak?: boolean };
  /** The keyword of the document that stands for the rule, where that is another one. */
  writtenAs?: string;
  /** Why, where no delta serves. */
  otherwise?: string;
}

/** Why nothing is proposed for a keyword. */
export interface Refusal {
  keyword: string;
  node: SchemaObject;
  reason: string;
}

/** Everything that can be broken on a bench. */
export type Violating = (bench: Bench) => Variations<Violation>;

export type Proposer = (bench: Bench, location: Location, node: SchemaObject) => Iterable<Proposal | Refusal>;

/** A proposal to replace a member by one of several values. */
export function replacing(
  location: Location,
  node: SchemaObject,
  keyword: string,
  limit: Json,
  id: string,
  values: Iterable<Json>,
): Proposal {
  return { keyword, limit, node, id, deltas: settings(location.path, values), at: location.path };
}

function* settings(path: Delta['path'], values: Iterable<Json>): Generator<Delta> {
  for (const value of values) yield { op: 'set', path, value };
}

/** What a schema object demands itself at a place: what it refers to stands there with nodes of its own. */
export function ownRules(node: SchemaObject, without?: 'not'): SchemaObject {
  const {
    $ref: _ref,
    allOf: _all,
    anyOf: _any,
    oneOf: _one,
    if: _if,
    then: _then,
    else: _else,
    ...rest
  } = node;
  const { dependentSchemas: _dependent, discriminator: _discriminator, not, ...own } = rest;
  return without === 'not' || not === undefined ? own : { ...own, not };
}

/** A schema as people read it in a message. */
export function ruleText(schema: Schema): string {
  return JSON.stringify(schema).replaceAll('#/$defs/', '');
}
