import type { Json } from '../../../json';
import { characterCount } from '../character-count';
import { isOfType } from '../constraints';
import type { LoweredObject } from '../lower';
import { oneOfListed, sameJson } from '../same';

import { broken, type Bar, type Check } from './check';
import { formatCheck } from './formats';

/** 2020-12 validation, 6.1: any type of value. */
export function typeCheck({ type = [] }: LoweredObject): Check {
  return (value, at, issues) =>
    type.some((each) => isOfType(value, each)) || broken(issues, 'type', at, { type });
}

export function enumCheck({ enum: allowed = [] }: LoweredObject): Check {
  const isAllowed = oneOfListed(allowed);
  return (value, at, issues) => isAllowed(value) || broken(issues, 'enum', at, { allowedValues: allowed });
}

export function constCheck({ const: allowed = null }: LoweredObject): Check {
  return (value, at, issues) =>
    sameJson(allowed, value) || broken(issues, 'const', at, { allowedValue: allowed });
}

/** 6.3: a text counts by code points. */
export function lengthCheck(keyword: 'minLength' | 'maxLength', schema: LoweredObject): Check {
  const limit = schema[keyword] ?? 0;
  const keeps =
    keyword === 'minLength' ? (count: number) => count >= limit : (count: number) => count <= limit;
  return (value, at, issues) =>
    typeof value !== 'string' || keeps(characterCount(value)) || broken(issues, keyword, at, { limit });
}

export function patternCheck({ pattern = '' }: LoweredObject, { matches }: Bar): Check {
  return (value, at, issues) =>
    typeof value !== 'string' || matches(pattern, value) || broken(issues, 'pattern', at, { pattern });
}

export function formatCheckOf({ format = '' }: LoweredObject): Check | undefined {
  const isOfFormat = formatCheck(format);
  return isOfFormat && ((value, at, issues) => isOfFormat(value) || broken(issues, 'format', at, { format }));
}

const bounds = {
  minimum: (value: number, limit: number) => value >= limit,
  maximum: (value: number, limit: number) => value <= limit,
  exclusiveMinimum: (value: number, limit: number) => value > limit,
  exclusiveMaximum: (value: number, limit: number) => value < limit,
  // Decimals are rarely multiples to the last bit of a double: 19.99 is one of 0.01.
  multipleOf: (value: number, step: number) => {
    const times = value / step;
    return Math.abs(Math.round(times) - times) <= 1e-9;
  },
};

/** 6.2: numbers. */
export function numberCheck(keyword: keyof typeof bounds, schema: LoweredObject): Check {
  const limit = schema[keyword] ?? 0;
  const keeps: (value: number, limit: number) => boolean = bounds[keyword];
  return (value: Json, at, issues) =>
    typeof value !== 'number' || keeps(value, limit) || broken(issues, keyword, at, { limit });
}
