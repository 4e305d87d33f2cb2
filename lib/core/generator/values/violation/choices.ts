import type { Json } from '../../../json';
import type { Schema, SchemaObject } from '../../../openapi/model';
import { makeAt, type Bench } from '../bench';
import { smallestDelta } from '../delta';
import type { Location } from '../pin';
import { isObject } from '../same';
import { listOf, typesOf } from '../sound';
import type { Delta } from '../types';

import { ownRules, replacing, ruleText, type Proposer } from './proposal';

/** What none of several branches may take: the nearest to an object first. */
const unlikely: readonly Json[] = [
  {},
  { unexpected_property: 'unexpected' },
  'not-valid',
  12345,
  1.5,
  true,
  ['text'],
  null,
];
const mostPairs = 15;
const mostVariations = 4;

/** `oneOf`, `anyOf`: a value that no branch takes. A choice between something and null says no more than a type. */
export const noBranch: Proposer = function* (_bench, location, node) {
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = listOf(node[keyword])?.filter((branch) => !isNull(branch)) ?? [];
    if (branches.length < 2) continue;
    yield {
      ...replacing(location, node, keyword, branches.length, 'no-branch', unlikely),
      relaxes: [keyword],
    };
  }
};

/** `oneOf`: a value that several branches take. A discriminator chooses one of them, whatever the others say. */
export const severalBranches: Proposer = function* (bench, location, node) {
  const branches = listOf(node.oneOf);
  if (!branches || branches.length < 2 || node.discriminator) return;
  yield {
    keyword: 'oneOf',
    limit: branches.length,
    node,
    id: 'several-branches',
    deltas: deltasTo(location, overlaps(bench, location, node, branches)),
    at: location.path,
    relaxes: ['oneOf'],
    otherwise: 'No value was found that satisfies several branches of the oneOf.',
  };
};

function* overlaps(
  bench: Bench,
  location: Location,
  node: SchemaObject,
  branches: readonly Schema[],
): Generator<Json> {
  const isTaken = (value: Json, branch: Schema) => bench.validator.isValid(branch, value);
  const isOverlap = (value: Json) => branches.filter((branch) => isTaken(value, branch)).length > 1;
  const rest = ownRules(node);
  const others = branches.filter((branch) => !isTaken(location.value, branch));
  for (const branch of others.slice(0, mostPairs)) {
    yield* mixed(location.value, makeAt(bench, [branch, rest], location, 0)).filter(isOverlap);
  }
  let pairs = 0;
  for (const [index, left] of branches.entries()) {
    for (const right of branches.slice(index + 1)) {
      if (pairs++ >= mostPairs) return;
      yield* mixed(location.value, makeAt(bench, [left, right, rest], location, 0)).filter(isOverlap);
    }
  }
}

/** `not`: a value that is what it must not be. */
export const excluded: Proposer = function* (bench, location, node) {
  if (node.not === undefined || typeof node.not === 'boolean') return;
  yield {
    keyword: 'not',
    limit: ruleText(node.not),
    node,
    id: 'excluded',
    deltas: deltasTo(location, forbidden(bench, location, node, node.not)),
    at: location.path,
    relaxes: ['not'],
  };
};

function* forbidden(bench: Bench, location: Location, node: SchemaObject, rule: Schema): Generator<Json> {
  const rest = ownRules(node, 'not');
  for (let variation = 0; variation < mostVariations; variation++) {
    for (const schemas of [[rule, rest], [rule]]) {
      yield* mixed(location.value, makeAt(bench, schemas, location, variation));
    }
  }
}

/** A made value: what it adds to the valid one, what it changes of it, and alone. */
function mixed(base: Json, made: Json | undefined): Json[] {
  if (made === undefined) return [];
  return isObject(base) && isObject(made) ? [{ ...made, ...base }, { ...base, ...made }, made] : [made];
}

function* deltasTo(location: Location, values: Iterable<Json>): Generator<Delta> {
  for (const value of values) yield smallestDelta(location.path, location.value, value);
}

function isNull(schema: Schema): boolean {
  return typeof schema === 'object' && typesOf(schema)?.join() === 'null';
}
