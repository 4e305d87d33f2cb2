import type { Json } from '../../../json';
import type { Schema } from '../../../openapi/model';
import { createBench, makeAt, type Bench } from '../bench';
import { applyDelta } from '../delta';
import { matches, memberSchemas } from '../members';
import { sampleTexts } from '../pattern/sample';
import type { Location } from '../pin';
import { createRandom } from '../random';
import { isObject } from '../same';
import { membersOf } from '../sound';
import type { Delta } from '../types';

import { ruleText, type Proposer, type Violating } from './proposal';

const plainNames = [
  ...['x-note', 'x_note', 'note', 'key_1', 'key-1', 'en', 'de', 'extra', 'Extra', 'EXTRA', 'a1', 'A1', '1'],
];
const mostRows = 4;

/**
 * `patternProperties`, and `additionalProperties` or `unevaluatedProperties` with a schema: a member that only they
 * describe, with a value that they do not take. Where the base has such a member its own rules are broken instead.
 */
export function openMembers(violationsOf: Violating): Proposer {
  return function* (bench, location, node) {
    const { value } = location;
    if (!isObject(value) || bench.isInner) return;
    const isDeclared = (name: string) =>
      location.nodes.some((other) => Object.hasOwn(other.properties ?? {}, name));
    const patterns = location.nodes.flatMap((other) =>
      membersOf(other.patternProperties).map(([source]) => source),
    );
    const isPatterned = (name: string) => patterns.some((source) => matches(bench.validator, source, name));
    const isFree = (name: string) =>
      !Object.hasOwn(value, name) &&
      !isDeclared(name) &&
      location.nodes.every(
        ({ propertyNames }) => propertyNames === undefined || bench.validator.isValid(propertyNames, name),
      );
    for (const [source, rule] of membersOf(node.patternProperties)) {
      const isPresent = Object.keys(value).some((name) => matches(bench.validator, source, name));
      const pattern = bench.validator.patternOf(source);
      if ('ignored' in pattern) {
        yield { keyword: 'patternProperties', node, reason: pattern.ignored };
        continue;
      }
      if (isPresent || rule === true) continue;
      const isGood = (name: string) => isFree(name) && pattern.test(name);
      const random = createRandom(`${bench.seed}\n${source}`);
      const name =
        plainNames.find(isGood) ?? first(sampleTexts(pattern.tree, { min: 1, max: 40 }, random, isGood));
      yield* unfit(bench, location, name, rule, { keyword: 'patternProperties', limit: source, node });
    }
    for (const keyword of ['additionalProperties', 'unevaluatedProperties'] as const) {
      const rule = node[keyword];
      if (typeof rule !== 'object') continue;
      const isOther = (name: string) => !isDeclared(name) && !isPatterned(name);
      if (Object.keys(value).some(isOther)) continue;
      const name = plainNames.find((each) => isFree(each) && isOther(each));
      yield* unfit(bench, location, name, rule, { keyword, limit: ruleText(rule), node });
    }
  };

  function* unfit(
    bench: Bench,
    location: Location,
    name: string | undefined,
    rule: Schema,
    named: { keyword: string; limit: Json; node: Location['nodes'][number] },
  ): ReturnType<Proposer> {
    const shared = { ...named, at: location.path, relaxes: [named.keyword] };
    const path = [...location.path, name ?? ''];
    const add = (value: Json): Delta => ({ op: 'add', path, value });
    const values = name === undefined ? [] : unfitValues(bench, location, path, rule);
    if (values.length === 0) yield { ...shared, id: 'unfit-member', deltas: [] };
    for (const [id, value] of values) yield { ...shared, id, deltas: [add(value)] };
  }

  /** Values that break the rule of a member, each in another way. */
  function unfitValues(
    bench: Bench,
    location: Location,
    path: Delta['path'],
    rule: Schema,
  ): [string, Json][] {
    if (rule === false) return [['unexpected-property', 'unexpected']];
    const name = String(path.at(-1));
    const schemas = memberSchemas(bench.validator, location.nodes, name);
    const made = makeAt(bench, schemas.length > 0 ? schemas : [rule], { ...location, path }, 0);
    if (made === undefined) return [];
    const inner = createBench({ ...bench, isInner: true }, rule, made, bench.place);
    const seen = new Set<string>();
    const kept = violationsOf(inner).items.filter(({ keyword }) => !seen.has(keyword) && seen.add(keyword));
    return kept
      .slice(0, mostRows)
      .map(({ keyword, id, delta }) => [
        `${keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${id}`,
        applyDelta(made, delta),
      ]);
  }
}

function first<Item>(items: Iterable<Item>): Item | undefined {
  for (const item of items) return item;
  return undefined;
}
