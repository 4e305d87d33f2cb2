import type { Json } from '../../json';

/** Whether two values are the same to JSON Schema (2020-12 core, 4.2.2): members in any order, 1.0 and 1 alike. */
export function sameJson(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => sameJson(item, right[index] ?? null))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameJson(left[name] ?? null, right[name] ?? null))
  );
}

/** Tells whether a value is the same as a listed one; scalars of a long list are looked up, not searched for. */
export function oneOfListed(listed: readonly Json[]): (value: Json) => boolean {
  const scalars = new Set<Json>();
  const containers: Json[] = [];
  for (const each of listed) {
    if (typeof each === 'object' && each !== null) containers.push(each);
    else scalars.add(each);
  }
  return (value) =>
    typeof value === 'object' && value !== null
      ? containers.some((each) => sameJson(each, value))
      : scalars.has(value);
}

export function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
