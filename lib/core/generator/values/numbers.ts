import type { Constraints } from './constraints';
import { integerRanges } from './formats';

/** Whether a number is within bounds, steps and the ranges of number formats. */
export function isNumberAllowed(value: number, rules: Constraints, isInteger: boolean): boolean {
  if (!Number.isFinite(value) || (isInteger && !Number.isInteger(value))) return false;
  if (rules.isOpenMinimum ? value <= rules.minimum : value < rules.minimum) return false;
  if (rules.isOpenMaximum ? value >= rules.maximum : value > rules.maximum) return false;
  if (!rules.steps.every((step) => Number.isInteger(value / step))) return false;
  return rules.formats.every((format) => {
    const range = Object.hasOwn(integerRanges, format) ? integerRanges[format] : undefined;
    return !range || (Number.isInteger(value) && value >= range.min && value <= range.max);
  });
}

/** The distance between neighbours where one matters: 1 for integers, the step, else a hundredth. */
export function stepOf(rules: Constraints, isInteger: boolean): number {
  const step = Math.max(0, ...rules.steps);
  if (step > 0) return isInteger && !Number.isInteger(step) ? step * (1 / gcdLike(step)) : step;
  return isInteger ? 1 : 0.01;
}

/** Allowed numbers near each bound and between them, plain ones first. */
export function numbersWithin(rules: Constraints, isInteger: boolean): number[] {
  const step = stepOf(rules, isInteger);
  const { minimum: low, maximum: high } = rules;
  const tries = [1, 10, 0, 5, 100, -1, 0.5];
  if (Number.isFinite(low)) tries.push(...around(low, step));
  if (Number.isFinite(high)) tries.push(...around(high, step));
  if (Number.isFinite(low) && Number.isFinite(high)) {
    const middle = (low + high) / 2;
    tries.push(middle, ...around(middle, step));
  }
  return [...new Set(tries)].filter((value) => isNumberAllowed(value, rules, isInteger));
}

/** Multiples of a step at and beside a number, with rounding noise removed. */
export function around(value: number, step: number): number[] {
  const lower = Math.floor(value / step);
  const multiples = [lower - 1, lower, lower + 1, lower + 2].map((times) => tidy(times * step));
  // Beside the largest double is none.
  return [value, ...multiples, tidy(value + step), tidy(value - step)].filter(Number.isFinite);
}

/** 0.1 + 0.2 as a person writes it. */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

function gcdLike(step: number): number {
  // 0.5 divides 1 twice: the whole numbers that are multiples of it are 1 apart.
  return Number.isInteger(1 / step) ? step : 1;
}
