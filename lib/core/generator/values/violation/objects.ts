import type { Json } from '../../../json';
import { nextItem, nextMembers, rulesOf } from '../bench';
import { longestList } from '../make-array';
import { isObject } from '../same';
import { countOf, memberOf, membersOf, namesOf } from '../sound';
import type { Delta } from '../types';

import { replacing, type Proposer } from './proposal';

const unexpectedNames = ['unexpected_property', 'unexpected', 'x-unexpected', 'zz9'];
const mostAdded = 300;

/** `required`, `dependentRequired`: each present member that may not be missing. */
export const missingMembers: Proposer = function* (_bench, location, node) {
  if (!isObject(location.value)) return;
  const present = new Set(Object.keys(location.value));
  for (const name of namesOf(node.required).filter((required) => present.has(required))) {
    const delta: Delta = { op: 'remove', path: [...location.path, name] };
    yield { keyword: 'required', limit: name, node, id: 'missing', deltas: [delta], at: location.path };
  }
  for (const [trigger, names] of membersOf(node.dependentRequired).filter(([name]) => present.has(name))) {
    for (const name of namesOf(names).filter((dependent) => present.has(dependent))) {
      const delta: Delta = { op: 'remove', path: [...location.path, name] };
      const limit = { [trigger]: name };
      yield { keyword: 'dependentRequired', limit, node, id: 'missing', deltas: [delta], at: location.path };
    }
  }
};

/** `additionalProperties: false`, `unevaluatedProperties: false`: one member that nobody declared. */
export const undeclaredMember: Proposer = function* (_bench, location, node) {
  if (!isObject(location.value)) return;
  for (const keyword of ['additionalProperties', 'unevaluatedProperties'] as const) {
    if (node[keyword] !== false) continue;
    const deltas = unexpectedNames
      .filter((name) => memberOf(node.properties, name) === undefined)
      .map((name): Delta => ({ op: 'add', path: [...location.path, name], value: 'unexpected' }));
    yield { keyword, limit: false, node, id: 'unexpected-property', deltas, at: location.path };
  }
};

const telling = [
  'additionalProperties',
  'unevaluatedProperties',
  'patternProperties',
  'propertyNames',
] as const;

/** Where a team says so: a member that nobody declared, of an object that names its members and says nothing of others. */
export const silentMember: Proposer = function* (bench, location, node) {
  const { nodes, path } = location;
  if (!bench.closesSilent || !isObject(location.value)) return;
  const naming = nodes.filter((other) => membersOf(other.properties).length > 0);
  const isTold = nodes.some((other) => telling.some((keyword) => other[keyword] !== undefined));
  if (isTold || naming[0] !== node) return;
  const deltas = unexpectedNames
    .filter((name) => naming.every((other) => memberOf(other.properties, name) === undefined))
    .map((name): Delta => ({ op: 'add', path: [...path, name], value: 'unexpected' }));
  const shared = { keyword: 'additionalProperties', limit: false, node, at: path, writtenAs: 'properties' };
  yield { ...shared, id: 'unexpected-property', deltas, excused: { at: path, keywords: [] } };
};

/** `minProperties`, `maxProperties`: one member fewer or more. */
export const memberCount: Proposer = function* (bench, location, node) {
  const { value } = location;
  if (!isObject(value)) return;
  const fewest = countOf(node.minProperties);
  if (fewest !== undefined && fewest > 0) {
    const required = new Set(location.nodes.flatMap((other) => namesOf(other.required)));
    const names = Object.keys(value).sort(
      (left, right) => Number(required.has(right)) - Number(required.has(left)),
    );
    const kept = new Set(names.slice(0, fewest - 1));
    const smaller = Object.fromEntries(Object.entries(value).filter(([name]) => kept.has(name)));
    yield replacing(location, node, 'minProperties', fewest, 'one-too-few', [smaller]);
  }
  const most = countOf(node.maxProperties);
  if (most === undefined) return;
  if (most > mostAdded) {
    yield {
      keyword: 'maxProperties',
      node,
      reason: `More than ${mostAdded} members are impractical to send.`,
    };
    return;
  }
  const larger = Object.entries(value);
  for (const member of nextMembers(bench, location)) {
    if (larger.length > most) break;
    if (!larger.some(([name]) => name === member[0])) larger.push(member);
  }
  const isLarger = larger.length > most;
  yield replacing(
    location,
    node,
    'maxProperties',
    most,
    'one-too-many',
    isLarger ? [Object.fromEntries(larger)] : [],
  );
};

/** `minItems`, `maxItems`, `uniqueItems`. */
export const items: Proposer = function* (bench, location, node) {
  const { value } = location;
  if (!Array.isArray(value)) return;
  const fewest = countOf(node.minItems);
  if (fewest !== undefined && fewest > 0) {
    yield replacing(location, node, 'minItems', fewest, 'one-too-few', [value.slice(0, fewest - 1)]);
  }
  const rules = rulesOf(location);
  const most = countOf(node.maxItems);
  if (most !== undefined && most >= longestList) {
    yield {
      keyword: 'maxItems',
      node,
      reason: `A list of more than ${longestList} items is impractical to send.`,
    };
  } else if (most !== undefined) {
    const longer = lengthen(value, most + 1, (list) => nextItem(bench, location, list, rules.isUnique));
    yield replacing(location, node, 'maxItems', most, 'one-too-many', longer ? [longer] : []);
  }
  if (node.uniqueItems !== true) return;
  const first = value[0] ?? nextItem(bench, location, [], false);
  const doubled =
    first === undefined
      ? []
      : [
          [...value, first],
          [first, ...value.slice(1, -1), first],
          [first, first],
        ];
  yield replacing(location, node, 'uniqueItems', true, 'duplicate', doubled);
};

function lengthen(
  list: Json[],
  length: number,
  next: (list: Json[]) => Json | undefined,
): Json[] | undefined {
  const longer = [...list];
  while (longer.length < length) {
    const item = next(longer);
    if (item === undefined) return undefined;
    longer.push(item);
  }
  return longer;
}
