import type { Json } from '../../../json';
import type { Schema } from '../../../openapi/model';
import { makeAt, rulesOf, type Bench } from '../bench';
import { itemSchemas } from '../members';
import type { Location } from '../pin';
import { sameJson } from '../same';
import { countOf } from '../sound';

import { replacing, ruleText, type Proposer } from './proposal';

const mostContained = 300;
const mostVariations = 30;
/** The two counts belong to `contains` (JSON Schema 2020-12 validation, 6.4.4 and 6.4.5): one rule. */
const relaxes = ['contains', 'minContains', 'maxContains'];

/** `contains`, `minContains`, `maxContains`: a list with too few or too many items of the kind. */
export const containedItems: Proposer = function* (bench, location, node) {
  const { value } = location;
  const rule = node.contains;
  if (rule === undefined || !Array.isArray(value)) return;
  const fewest = countOf(node.minContains) ?? 1;
  if (fewest > 0 && fewest <= mostContained) {
    const isCounted = node.minContains !== undefined;
    const list = listWith(bench, location, rule, fewest - 1);
    // Where no other kind of item is found, fewer items still say it.
    const shorter = value.filter((item) => !bench.validator.isValid(rule, item));
    yield {
      ...replacing(
        location,
        node,
        isCounted ? 'minContains' : 'contains',
        isCounted ? fewest : ruleText(rule),
        fewest === 1 ? 'none' : 'one-too-few',
        list ? [list, shorter] : [shorter],
      ),
      relaxes,
    };
  }
  const most = countOf(node.maxContains);
  if (most === undefined) return;
  if (most > mostContained) {
    const reason = `More than ${mostContained} items of one kind are impractical to send.`;
    yield { keyword: 'maxContains', node, reason };
    return;
  }
  const list = listWith(bench, location, rule, most + 1);
  yield { ...replacing(location, node, 'maxContains', most, 'one-too-many', list ? [list] : []), relaxes };
};

/** A list that holds exactly so many items that a rule takes, and as few others as it may have. */
export function listWith(bench: Bench, location: Location, rule: Schema, count: number): Json[] | undefined {
  const { value } = location;
  if (!Array.isArray(value)) return undefined;
  const { minItems, isUnique } = rulesOf(location);
  const isContained = (item: Json) => bench.validator.isValid(rule, item);
  const list: Json[] = [];
  let contained = 0;
  for (const item of value) {
    if (!isContained(item)) list.push(item);
    else if (contained < count) {
      list.push(item);
      contained++;
    }
  }
  for (; contained < count; contained++) {
    const item = nextLike(bench, location, list, rule, isUnique);
    if (item === undefined) return undefined;
    list.push(item);
  }
  while (list.length < Math.max(minItems, 1)) {
    const item = nextLike(bench, location, list, { not: rule }, isUnique);
    if (item === undefined) return undefined;
    list.push(item);
  }
  return list;
}

function nextLike(
  bench: Bench,
  location: Location,
  list: readonly Json[],
  rule: Schema,
  isUnique: boolean,
): Json | undefined {
  const schemas = [...itemSchemas(location.nodes, list.length), rule];
  for (let variation = 0; variation < mostVariations; variation++) {
    const item = makeAt(bench, schemas, location, variation);
    if (item === undefined) return undefined;
    if (!isUnique || !list.some((other) => sameJson(other, item))) return item;
  }
  return undefined;
}
