import { makeAt, type Bench } from '../bench';
import { constraintsOf } from '../constraints';
import { memberSchemas } from '../members';
import { flatten } from '../nodes';
import type { Location } from '../pin';
import { isObject } from '../same';
import type { Delta } from '../types';

import { ruleText, type Proposer } from './proposal';

const mostRows = 3;
const longestName = 1000;

/** `propertyNames`: a member whose name it does not take, with a value that the object would take. */
export const misnamedMember: Proposer = function* (bench, location, node) {
  const { value } = location;
  const rule = node.propertyNames;
  if (rule === undefined || typeof rule === 'boolean' || !isObject(value)) return;
  const { minLength, maxLength } = constraintsOf(flatten(bench.registry, [rule]).nodes);
  const isLong = (name: string) => name.length >= minLength && name.length <= maxLength;
  const kinds = [
    ['unknown', 'unknown_name'],
    ['upper-case', 'UPPER_CASE'],
    ['with-blank', 'with blank'],
    ['with-symbol', 'with!symbol'],
    ['digit-first', '1st'],
    ['lower-case', 'lower_case'],
    ['short', 'Zz'],
  ] satisfies [string, string][];
  const names: [string, string][] = [
    ...(maxLength < longestName ? [['too-long', 'x'.repeat(maxLength + 1)] satisfies [string, string]] : []),
    ...(minLength > 1 ? [['too-short', 'x'.repeat(minLength - 1)] satisfies [string, string]] : []),
    ...kinds.filter(([, name]) => isLong(name)),
  ];
  const broken = names.filter(
    ([, name]) => !Object.hasOwn(value, name) && !bench.validator.isValid(rule, name),
  );
  const limit = ruleText(rule);
  const shared = { keyword: 'propertyNames', limit, node, at: location.path, relaxes: ['propertyNames'] };
  if (broken.length === 0) yield { ...shared, id: 'misnamed', deltas: [] };
  for (const [id, name] of broken.slice(0, mostRows)) {
    yield { ...shared, id, deltas: additions(bench, location, name) };
  }
};

function* additions(bench: Bench, location: Location, name: string): Generator<Delta> {
  const path = [...location.path, name];
  const schemas = memberSchemas(bench.validator, location.nodes, name);
  const made = makeAt(bench, schemas, { ...location, path }, 0);
  if (made !== undefined) yield { op: 'add', path, value: made };
  const [present] = isObject(location.value) ? Object.values(location.value) : [];
  if (present !== undefined) yield { op: 'add', path, value: present };
}
