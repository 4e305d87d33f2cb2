import { rulesOf } from '../bench';
import { integerRanges } from '../formats';
import { around, stepOf, tidy } from '../numbers';
import { memberOf, numberOf, typesOf } from '../sound';

import { replacing, type Proposer } from './proposal';

/** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`: the nearest number that is out, and a far one. */
export const outOfBounds: Proposer = function* (_bench, location, node) {
  if (typeof location.value !== 'number') return;
  const step = stepOf(rulesOf(location), isIntegerAt(location));
  const minimum = numberOf(node.minimum);
  if (minimum !== undefined) {
    yield replacing(location, node, 'minimum', minimum, 'just-below', below(minimum, step));
  }
  const maximum = numberOf(node.maximum);
  if (maximum !== undefined) {
    yield replacing(location, node, 'maximum', maximum, 'just-above', above(maximum, step));
  }
  const low = numberOf(node.exclusiveMinimum);
  if (low !== undefined) {
    yield replacing(location, node, 'exclusiveMinimum', low, 'at-bound', [low, ...below(low, step)]);
  }
  const high = numberOf(node.exclusiveMaximum);
  if (high !== undefined) {
    yield replacing(location, node, 'exclusiveMaximum', high, 'at-bound', [high, ...above(high, step)]);
  }
};

function isIntegerAt(location: Parameters<Proposer>[1]): boolean {
  return location.nodes.some((node) => typesOf(node)?.every((type) => type === 'integer' || type === 'null'));
}

function below(bound: number, step: number): number[] {
  return [
    ...around(bound, step)
      .filter((value) => value < bound)
      .sort((left, right) => right - left),
    tidy(bound - 1),
  ];
}

function above(bound: number, step: number): number[] {
  return [
    ...around(bound, step)
      .filter((value) => value > bound)
      .sort((left, right) => left - right),
    tidy(bound + 1),
  ];
}

/** `multipleOf`: a number between two multiples. */
export const betweenMultiples: Proposer = function* (_bench, location, node) {
  const step = numberOf(node.multipleOf);
  if (step === undefined || step <= 0 || typeof location.value !== 'number') return;
  const { value } = location;
  const near = [value + 1, value - 1, value + step / 2, value - step / 2, value + step / 10, value + 0.5].map(
    tidy,
  );
  yield replacing(location, node, 'multipleOf', step, 'between-multiples', near);
};

/** `format: int32` and its like: the next whole number out of range. */
export const outOfFormatRange: Proposer = function* (_bench, location, node) {
  const range = typeof node.format === 'string' ? memberOf(integerRanges, node.format) : undefined;
  if (!range || typeof location.value !== 'number' || typeof node.format !== 'string') return;
  const { minimum, maximum } = rulesOf(location);
  const higher = [range.max + 1, range.max + 2048, range.max * 2];
  const lower = [range.min - 1, range.min - 2048, range.min * 2];
  if (maximum >= range.max) {
    yield replacing(
      location,
      node,
      'format',
      node.format,
      `above-${node.format}`,
      higher.filter((value) => value > range.max),
    );
  }
  if (minimum <= range.min) {
    yield replacing(
      location,
      node,
      'format',
      node.format,
      `below-${node.format}`,
      lower.filter((value) => value < range.min),
    );
  }
};
