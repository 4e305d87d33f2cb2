import type { Json } from '../../../json';
import type { LoweredObject } from '../lower';
import { sameJson } from '../same';

import { all, broken, inside, type Bar, type Check, type Issue } from './check';

/** 2020-12 validation, 6.4: how many items, and whether they differ. */
export function itemCountCheck(keyword: 'minItems' | 'maxItems', schema: LoweredObject): Check {
  const limit = schema[keyword] ?? 0;
  const keeps =
    keyword === 'minItems' ? (count: number) => count >= limit : (count: number) => count <= limit;
  return (value, at, issues) =>
    !Array.isArray(value) || keeps(value.length) || broken(issues, keyword, at, { limit });
}

export function uniqueItemsCheck(): Check {
  return (value, at, issues) =>
    !Array.isArray(value) || areUnique(value) || broken(issues, 'uniqueItems', at);
}

function areUnique(items: Json[]): boolean {
  const scalars = items.filter((item) => typeof item !== 'object' || item === null);
  if (new Set(scalars).size < scalars.length) return false;
  const others = items.filter((item) => typeof item === 'object' && item !== null);
  return others.every((item, index) => !others.slice(0, index).some((other) => sameJson(item, other)));
}

/** 2020-12 core, 10.3.1: items by their places. */
export function prefixItemsCheck({ prefixItems = [] }: LoweredObject, bar: Bar): Check {
  const checks = prefixItems.map((schema) => bar.checkOf(schema));
  return (value, at, issues) =>
    !Array.isArray(value) ||
    all(checks.slice(0, value.length), issues, (check, index) =>
      check(value[index] ?? null, inside(at, index, issues), issues),
    );
}

export function itemsCheck({ items = true, prefixItems = [] }: LoweredObject, bar: Bar): Check {
  const start = prefixItems.length;
  const check = bar.checkOf(items);
  return (value, at, issues) => {
    if (!Array.isArray(value) || value.length <= start) return true;
    if (items === false && start > 0) return broken(issues, 'items', at, { limit: start });
    return all(
      value,
      issues,
      (item, index) => index < start || check(item, inside(at, index, issues), issues),
    );
  };
}

export function containsCheck(schema: LoweredObject, bar: Bar): Check {
  const { contains = true, minContains: fewest = 1, maxContains: most = Infinity } = schema;
  const check = bar.checkOf(contains);
  return (value, at, issues) => {
    if (!Array.isArray(value)) return true;
    const inner: Issue[] | undefined = issues && [];
    const count = value.filter((item, index) => check(item, inside(at, index, issues), inner)).length;
    if (count >= fewest && count <= most) return true;
    for (const issue of inner ?? []) issues?.push(issue);
    return broken(issues, 'contains', at, { minContains: fewest });
  };
}
