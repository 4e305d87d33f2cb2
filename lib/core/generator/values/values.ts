import type { SourceRef } from '../../diagnostics';
import type { Json } from '../../json';
import type { Schema } from '../../openapi/model';

import { createBench } from './bench';
import { allBoundaries } from './boundary/all';
import { constraintsOf } from './constraints';
import { firstBroken, make } from './make';
import { flatten } from './nodes';
import { locationsOf } from './pin';
import { prune } from './prune';
import { listOf } from './sound';
import type { Making } from './spot';
import type { NoValue, ValidOptions, ValidValue, Values, ValuesOptions } from './types';
import { uniquePlaces } from './unique';
import { createValidator } from './validator';
import { allViolations } from './violation/all';
import { isCarried } from './wire';

const mostTries = 3000;

/** Values from the schemas of one model, for requests; judged by the validator given, which tests replace by another one. */
export function createValues(
  options: ValuesOptions,
  validator = createValidator(options.registry, options),
): Values {
  const { registry, seed, assertFormats } = options;
  const sourceOf = (schema: Schema): SourceRef => registry.sourceOf(schema) ?? { file: '', pointer: '' };
  const benchOptions = { registry, validator, seed, assertFormats };

  const finish = (schema: Schema, wanted: ValidOptions, value: Json, origin: ValidValue['origin']) => {
    const locations = locationsOf(registry, validator, schema, value);
    return { value, origin, unique: uniquePlaces(locations, wanted.name) };
  };

  const valid = (schema: Schema, wanted: ValidOptions): ValidValue | NoValue => {
    const { fill, name, place, key } = wanted;
    const making: Making = {
      registry,
      validator,
      seed: `${seed}\n${key ?? ''}`,
      fill,
      place,
      budget: { left: mostTries },
    };
    const { nodes } = flatten(registry, [schema]);
    const examples = [...(wanted.examples ?? []), ...nodes.flatMap((node) => listOf(node.examples) ?? [])];
    const isGood = (value: Json) => isCarried(value, place, 0) && validator.isValid(schema, value);
    const spot = { schemas: [schema], name, owner: '', pointer: '', depth: 0, ids: [], variation: 0 };
    let reason = 'No value satisfies the schema.';
    for (const example of examples) {
      const hint = prune(registry, validator, schema, example);
      const made = make(making, { ...spot, hint });
      if ('value' in made && isGood(made.value) && takesFrom(made.value, hint)) {
        return finish(schema, wanted, made.value, 'example');
      }
      if (isGood(hint) && fill === 'all') return finish(schema, wanted, hint, 'example');
    }
    const made = make(making, spot);
    if ('reason' in made) reason = made.reason;
    else if (isGood(made.value)) return finish(schema, wanted, made.value, originOf(made.value));
    else reason = firstBroken(making, spot, made.value) ?? `The value cannot be sent as text (${place}).`;
    const whole = [...examples.map((example) => prune(registry, validator, schema, example))].find(isGood);
    if (whole !== undefined) return finish(schema, wanted, whole, 'example');
    return { reason: validator.problemOf(schema) ?? reason, source: sourceOf(schema) };

    function originOf(value: Json): ValidValue['origin'] {
      if (nodes.some((node) => node.default !== undefined && node.default === value)) return 'default';
      return constraintsOf(nodes).values ? 'enum' : 'generated';
    }
  };

  return {
    valid,
    isValid: (schema, value) => validator.isValid(schema, value),
    boundaries: (schema, base, place) => allBoundaries(createBench(benchOptions, schema, base, place)),
    violations: (schema, base, place) => allViolations(createBench(benchOptions, schema, base, place)),
  };
}

/** Whether a value holds something of an example: a scalar of it, or anything at all where the example is empty. */
function takesFrom(value: Json, example: Json): boolean {
  const parts = scalarsOf(value);
  return parts.size === 0 || [...scalarsOf(example)].some((part) => parts.has(part));
}

function scalarsOf(value: Json): Set<Json> {
  const found = new Set<Json>();
  const open: Json[] = [value];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (typeof part === 'object' && part !== null) open.push(...Object.values(part));
    else found.add(part);
  }
  return found;
}
