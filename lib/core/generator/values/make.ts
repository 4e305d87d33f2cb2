import type { Json } from '../../json';
import type { JsonType, SchemaObject } from '../../openapi/model';

import { constraintsOf, type Constraints } from './constraints';
import { makeArray } from './make-array';
import { makeObject } from './make-object';
import { isTextAllowed, textsAt } from './make-text';
import type { Flat } from './nodes';
import { isNumberAllowed, numbersWithin } from './numbers';
import { realisticNumbers } from './realistic-number';
import { isObject, oneOfListed } from './same';
import { listOf } from './sound';
import { fakerAt, wordsOf, type Making, type Spot } from './spot';
import { variantsOf } from './variants';
import { isCarried } from './wire';

export type Made = { value: Json } | { reason: string };

const mostVariants = 40;
const mostCandidates = 24;
const deepest = 24;
/** More than a test can show, and than a person would send. */
export const mostParts = 20_000;
const mostRecursion = 2;

/** Makes a value for a place: the first candidate that keeps the rules that can be checked there. */
export function make(making: Making, spot: Spot): Made {
  if (spot.depth > deepest) return { reason: 'The schema requires values nested without end.' };
  if (making.budget.parts-- <= 0)
    return { reason: `The schema requires a value of more than ${mostParts} parts.` };
  let reason = 'No value satisfies the schema.';
  let tried = 0;
  for (const flat of variantsOf(making.registry, spot.schemas)) {
    if (tried++ >= mostVariants || making.budget.left <= 0) break;
    if (flat.ids.some((id) => spot.ids.filter((seen) => seen === id).length >= mostRecursion)) {
      reason = 'The schema requires itself without end.';
      continue;
    }
    const isChecked = flat.nodes.some(isComposite);
    let candidates = 0;
    for (const made of candidatesOf(making, { ...spot, ids: [...spot.ids, ...flat.ids] }, flat)) {
      if ('reason' in made) reason = made.reason;
      else {
        const broken = isChecked ? firstBroken(making, spot, made.value) : undefined;
        if (broken === undefined) return made;
        reason = broken;
      }
      making.budget.left--;
      if (++candidates >= mostCandidates || making.budget.left <= 0) break;
    }
  }
  return { reason };
}

/** Why a value does not satisfy all schemas of a place; `undefined` where it does. */
export function firstBroken(making: Making, spot: Pick<Spot, 'schemas'>, value: Json): string | undefined {
  const issues = spot.schemas.flatMap((schema) => making.validator.errorsOf(schema, value));
  const [first] = issues;
  if (!first) return undefined;
  const overlap = issues.find(
    ({ keyword, params }) => keyword === 'oneOf' && Array.isArray(params['passingSchemas']),
  );
  if (overlap) return 'The branches of a oneOf overlap: what satisfies one satisfies another as well.';
  return `No value was found that satisfies ${first.keyword}${first.instancePath === '' ? '' : ` at ${first.instancePath}`}.`;
}

/** Rules that only a validator can check. */
function isComposite(node: SchemaObject): boolean {
  return (
    node.oneOf !== undefined ||
    node.anyOf !== undefined ||
    node.not !== undefined ||
    node.if !== undefined ||
    node.dependentSchemas !== undefined ||
    node.contains !== undefined
  );
}

function* candidatesOf(making: Making, spot: Spot, flat: Flat): Generator<Made> {
  const rules = constraintsOf(flat.nodes);
  const isListed = rules.values ? oneOfListed(rules.values) : () => true;
  const isAllowed = (value: Json) => isListed(value) && keepsRules(making, spot, rules, value);
  const written = [
    ...(spot.hint === undefined ? [] : [spot.hint]),
    ...flat.nodes.flatMap((node) => listOf(node.examples) ?? []),
    ...flat.nodes.flatMap((node) => (node.default === undefined ? [] : [node.default])),
  ];
  const scalars = written.filter((value) => typeof value !== 'object' && isAllowed(value));
  if (spot.variation > 0 && scalars.length > 1)
    scalars.push(...scalars.splice(0, spot.variation % scalars.length));
  for (const value of scalars) yield { value };
  if (rules.values) {
    const values = rules.values.filter((value) =>
      typeof value === 'object'
        ? value !== null && isCarried(value, making.place, spot.depth)
        : keepsRules(making, spot, rules, value),
    );
    const first = spot.variation % Math.max(values.length, 1);
    for (const value of [...values.slice(first), ...values.slice(0, first)]) yield { value };
    if (rules.values.includes(null) && making.place === 'json') yield { value: null };
    return;
  }
  const containers = written.filter((value) => typeof value === 'object' && value !== null);
  for (const type of rules.types) yield* ofType(making, spot, flat, rules, type, containers);
}

function* ofType(
  making: Making,
  spot: Spot,
  flat: Flat,
  rules: Constraints,
  type: JsonType,
  containers: Json[],
): Generator<Made> {
  switch (type) {
    case 'string':
      for (const value of textsAt(making, spot, rules)) yield { value };
      return;
    case 'integer':
    case 'number': {
      const realistic = realisticNumbers(wordsOf(spot.owner, spot.name), fakerAt(making, spot));
      const shifted = spot.variation > 0 ? realistic.map((value) => value + spot.variation) : realistic;
      for (const value of [...shifted, ...numbersWithin(rules, type === 'integer')]) {
        if (isNumberAllowed(value, rules, type === 'integer')) yield { value };
      }
      return;
    }
    case 'boolean':
      yield { value: spot.variation % 2 === 0 };
      yield { value: spot.variation % 2 !== 0 };
      return;
    case 'null':
      if (making.place === 'json') yield { value: null };
      return;
    case 'array':
    case 'object': {
      const maker = type === 'array' ? makeArray : makeObject;
      for (const hint of containers) yield maker(making, { ...spot, hint }, flat, rules, make);
      const { hint: _, ...plain } = spot;
      const made = maker(making, plain, flat, rules, make);
      yield made;
      if (type === 'object' && making.fill === 'all') yield fillUp(making, plain, flat, rules, made);
    }
  }
}

/** Where not all members may stand together: the required ones, and each other one that still fits. */
function fillUp(making: Making, spot: Spot, flat: Flat, rules: Constraints, full: Made): Made {
  const least = makeObject({ ...making, fill: 'required' }, spot, flat, rules, make);
  if (!('value' in least) || !('value' in full) || !isObject(full.value) || !isObject(least.value))
    return least;
  const isValid = (value: Json) => spot.schemas.every((schema) => making.validator.isValid(schema, value));
  let value = least.value;
  if (!isValid(value)) return least;
  for (const [name, member] of Object.entries(full.value)) {
    if (Object.hasOwn(value, name)) continue;
    const more = Object.fromEntries([...Object.entries(value), [name, member]]);
    if (isValid(more)) value = more;
  }
  return { value };
}

/** Whether a scalar keeps the rules of its own type; that it is listed is looked at elsewhere. */
function keepsRules(making: Making, spot: Spot, rules: Constraints, value: Json): boolean {
  if (value === null || !isCarried(value, making.place, spot.depth)) return false;
  const has = (type: JsonType) => rules.values !== undefined || rules.types.includes(type);
  if (typeof value === 'string') return has('string') && isTextAllowed(making, value, rules, spot.depth);
  if (typeof value === 'boolean') return has('boolean');
  if (typeof value !== 'number') return false;
  if (has('number') && isNumberAllowed(value, rules, false)) return true;
  return has('integer') && isNumberAllowed(value, rules, true);
}
