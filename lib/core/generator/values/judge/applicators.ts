import type { LoweredObject } from '../lower';
import { isObject } from '../same';

import { all, broken, type Bar, type Check, type Issue } from './check';

/** 2020-12 core, 10.2: schemas that judge the same value. */
export function allOfCheck({ allOf = [] }: LoweredObject, bar: Bar): Check {
  const checks = allOf.map((schema) => bar.checkOf(schema));
  return (value, at, issues) => all(checks, issues, (check) => check(value, at, issues));
}

export function anyOfCheck({ anyOf = [] }: LoweredObject, bar: Bar): Check {
  const checks = anyOf.map((schema) => bar.checkOf(schema));
  return (value, at, issues) => {
    const inner: Issue[] | undefined = issues && [];
    if (checks.some((check) => check(value, at, inner))) return true;
    for (const issue of inner ?? []) issues?.push(issue);
    return broken(issues, 'anyOf', at);
  };
}

export function oneOfCheck({ oneOf = [] }: LoweredObject, bar: Bar): Check {
  const checks = oneOf.map((schema) => bar.checkOf(schema));
  return (value, at, issues) => {
    const inner: Issue[] | undefined = issues && [];
    const passing: number[] = [];
    for (const [index, check] of checks.entries()) {
      if (check(value, at, inner)) passing.push(index);
      if (passing.length > 1) break;
    }
    if (passing.length === 1) return true;
    for (const issue of inner ?? []) issues?.push(issue);
    return broken(issues, 'oneOf', at, { passingSchemas: passing.length > 0 ? passing : null });
  };
}

export function notCheck({ not = false }: LoweredObject, bar: Bar): Check {
  const check = bar.checkOf(not);
  return (value, at, issues) => !check(value, '', undefined) || broken(issues, 'not', at);
}

export function ifCheck(schema: LoweredObject, bar: Bar): Check {
  const test = bar.checkOf(schema.if ?? true);
  const sides = { then: bar.checkOf(schema.then ?? true), else: bar.checkOf(schema.else ?? true) };
  return (value, at, issues) => {
    const failingKeyword = test(value, '', undefined) ? 'then' : 'else';
    return sides[failingKeyword](value, at, issues) || broken(issues, 'if', at, { failingKeyword });
  };
}

export function dependentSchemasCheck({ dependentSchemas = {} }: LoweredObject, bar: Bar): Check {
  const checks = Object.entries(dependentSchemas).map(([name, schema]) => ({
    name,
    check: bar.checkOf(schema),
  }));
  return (value, at, issues) =>
    !isObject(value) ||
    all(checks, issues, ({ name, check }) => !Object.hasOwn(value, name) || check(value, at, issues));
}
