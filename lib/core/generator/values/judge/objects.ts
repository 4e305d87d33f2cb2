import type { LoweredObject } from '../lower';
import { isObject } from '../same';

import { all, broken, inside, type Bar, type Check } from './check';

/** 2020-12 validation, 6.5: how many members, and which. */
export function memberCountCheck(keyword: 'minProperties' | 'maxProperties', schema: LoweredObject): Check {
  const limit = schema[keyword] ?? 0;
  const keeps =
    keyword === 'minProperties' ? (count: number) => count >= limit : (count: number) => count <= limit;
  return (value, at, issues) =>
    !isObject(value) || keeps(Object.keys(value).length) || broken(issues, keyword, at, { limit });
}

export function requiredCheck({ required = [] }: LoweredObject): Check {
  return (value, at, issues) =>
    !isObject(value) ||
    all(
      required,
      issues,
      (name) => Object.hasOwn(value, name) || broken(issues, 'required', at, { missingProperty: name }),
    );
}

export function dependentRequiredCheck({ dependentRequired = {} }: LoweredObject): Check {
  const pairs = Object.entries(dependentRequired).flatMap(([property, names]) =>
    names.map((missingProperty) => ({ property, missingProperty })),
  );
  return (value, at, issues) =>
    !isObject(value) ||
    all(
      pairs,
      issues,
      ({ property, missingProperty }) =>
        !Object.hasOwn(value, property) ||
        Object.hasOwn(value, missingProperty) ||
        broken(issues, 'dependentRequired', at, { property, missingProperty }),
    );
}

/** 2020-12 core, 10.3.2: members by their names. */
export function propertiesCheck({ properties = {} }: LoweredObject, bar: Bar): Check {
  const checks = Object.entries(properties).map(([name, schema]) => ({ name, check: bar.checkOf(schema) }));
  return (value, at, issues) =>
    !isObject(value) ||
    all(checks, issues, ({ name, check }) => {
      const member = Object.hasOwn(value, name) ? value[name] : undefined;
      return member === undefined || check(member, inside(at, name, issues), issues);
    });
}

export function patternPropertiesCheck({ patternProperties = {} }: LoweredObject, bar: Bar): Check {
  const checks = Object.entries(patternProperties).map(([pattern, schema]) => ({
    pattern,
    check: bar.checkOf(schema),
  }));
  return (value, at, issues) =>
    !isObject(value) ||
    all(checks, issues, ({ pattern, check }) =>
      all(
        Object.entries(value),
        issues,
        ([name, member]) => !bar.matches(pattern, name) || check(member, inside(at, name, issues), issues),
      ),
    );
}

export function additionalPropertiesCheck(schema: LoweredObject, bar: Bar): Check {
  const { additionalProperties = true, properties = {}, patternProperties = {} } = schema;
  const patterns = Object.keys(patternProperties);
  const isNamed = (name: string) =>
    Object.hasOwn(properties, name) || patterns.some((pattern) => bar.matches(pattern, name));
  const check = bar.checkOf(additionalProperties);
  return (value, at, issues) =>
    !isObject(value) ||
    all(Object.entries(value), issues, ([name, member]) => {
      if (isNamed(name)) return true;
      if (additionalProperties === false)
        return broken(issues, 'additionalProperties', at, { additionalProperty: name });
      return check(member, inside(at, name, issues), issues);
    });
}

export function propertyNamesCheck({ propertyNames = true }: LoweredObject, bar: Bar): Check {
  const check = bar.checkOf(propertyNames);
  return (value, at, issues) =>
    !isObject(value) ||
    all(
      Object.keys(value),
      issues,
      (name) => check(name, at, issues) || broken(issues, 'propertyNames', at, { propertyName: name }),
    );
}
