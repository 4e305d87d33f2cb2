import type { Json } from '../../../json';
import type { LoweredObject, LoweredSchema } from '../lower';
import { isObject } from '../same';

import { all, broken, inside, type Bar, type Check } from './check';

/** Which members, and how many of the first items, other keywords have looked at (2020-12 core, section 11). */
interface Evaluated {
  names: Set<string> | 'all';
  items: number;
}

export function unevaluatedPropertiesCheck(schema: LoweredObject, bar: Bar): Check {
  const { unevaluatedProperties: rest = true, ...others } = schema;
  const check = bar.checkOf(rest);
  return (value, at, issues) => {
    if (!isObject(value)) return true;
    const { names } = evaluatedBy(others, value, bar);
    if (names === 'all') return true;
    return all(Object.entries(value), issues, ([name, member]) => {
      if (names.has(name)) return true;
      if (rest === false) return broken(issues, 'unevaluatedProperties', at, { unevaluatedProperty: name });
      return check(member, inside(at, name, issues), issues);
    });
  };
}

export function unevaluatedItemsCheck(schema: LoweredObject, bar: Bar): Check {
  const { unevaluatedItems: rest = true, ...others } = schema;
  const check = bar.checkOf(rest);
  return (value, at, issues) => {
    if (!Array.isArray(value)) return true;
    const { items } = evaluatedBy(others, value, bar);
    if (value.length <= items) return true;
    if (rest === false) return broken(issues, 'unevaluatedItems', at, { limit: items });
    return all(
      value,
      issues,
      (item, index) => index < items || check(item, inside(at, index, issues), issues),
    );
  };
}

function evaluatedBy(schema: LoweredObject, value: Json, bar: Bar): Evaluated {
  const found: Evaluated = { names: new Set(), items: 0 };
  ownEvaluated(schema, value, bar, found);
  for (const inner of appliedTo(schema, value, bar)) {
    const { names, items } = typeof inner === 'object' ? evaluatedBy(inner, value, bar) : nothing;
    if (names === 'all') found.names = 'all';
    else if (found.names !== 'all') for (const name of names) found.names.add(name);
    found.items = Math.max(found.items, items);
  }
  return found;
}

const nothing: Evaluated = { names: new Set(), items: 0 };

function ownEvaluated(schema: LoweredObject, value: Json, { matches }: Bar, found: Evaluated): void {
  if (schema.additionalProperties !== undefined || schema.unevaluatedProperties !== undefined) {
    found.names = 'all';
  } else {
    const names = new Set(Object.keys(schema.properties ?? {}));
    const patterns = Object.keys(schema.patternProperties ?? {});
    for (const name of isObject(value) ? Object.keys(value) : []) {
      if (patterns.some((pattern) => matches(pattern, name))) names.add(name);
    }
    found.names = names;
  }
  const isClosed = [schema.items, schema.contains, schema.unevaluatedItems].some(
    (each) => each !== undefined,
  );
  found.items = isClosed ? Infinity : (schema.prefixItems?.length ?? 0);
}

/** The schemas that hold for the same value: of alternatives those that it satisfies. */
function appliedTo(schema: LoweredObject, value: Json, bar: Bar): LoweredSchema[] {
  const accepts = (inner: LoweredSchema) => bar.checkOf(inner)(value, '', undefined);
  const chosen = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(accepts);
  const dependent = Object.entries(schema.dependentSchemas ?? {})
    .filter(([name, inner]) => isObject(value) && Object.hasOwn(value, name) && accepts(inner))
    .map(([, inner]) => inner);
  const condition = schema.if === undefined ? [] : conditional(schema.if, schema, accepts);
  const target = schema.$ref === undefined ? [] : [bar.target(schema.$ref)];
  return [...target, ...(schema.allOf ?? []), ...chosen, ...dependent, ...condition];
}

function conditional(
  test: LoweredSchema,
  schema: LoweredObject,
  accepts: (inner: LoweredSchema) => boolean,
): LoweredSchema[] {
  const isMet = accepts(test);
  const side = isMet ? schema.then : schema.else;
  return [...(isMet ? [test] : []), ...(side !== undefined && accepts(side) ? [side] : [])];
}
