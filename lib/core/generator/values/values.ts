import type { SourceRef } from '../../diagnostics';
import type { Json } from '../../json';
import type { Schema } from '../../openapi/model';

import { createBench, type Bench } from './bench';
import { allBoundaries } from './boundary/all';
import { allBranches } from './boundary/branches';
import { constraintsOf } from './constraints';
import { englishWords } from './faker';
import { firstBroken, make, mostParts } from './make';
import { flatten } from './nodes';
import { locationsOf } from './pin';
import { prune } from './prune';
import { createSharing, movedVariations } from './shared';
import { listOf } from './sound';
import type { Making } from './spot';
import type {
  Boundary,
  NoValue,
  Place,
  ValidOptions,
  ValidValue,
  Values,
  ValuesOptions,
  Variations,
  Violation,
} from './types';
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
  const { registry, seed, assertFormats, closesSilent = false, words = englishWords } = options;
  const sourceOf = (schema: Schema): SourceRef => registry.sourceOf(schema) ?? { file: '', pointer: '' };
  const benchOptions = { registry, validator, seed, words, assertFormats, closesSilent };

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
      words,
      fill,
      place,
      budget: { left: mostTries, parts: mostParts },
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

  const shared = createSharing(registry);
  const sharedValid = shared<ValidValue | NoValue>((made, _from, to) =>
    'reason' in made ? { ...made, source: to } : made,
  );
  const sharedBoundaries = shared<Variations<Boundary>>(movedVariations);
  const sharedBranches = shared<Variations<Boundary>>(movedVariations);
  const sharedViolations = shared<Variations<Violation>>(movedVariations);
  let last: Bench | undefined;
  /** Boundaries and violations of one value are mostly asked for one after the other. */
  const benchFor = (schema: Schema, base: Json, place: Place): Bench => {
    const isSame = last?.schema === schema && last.base === base && last.place === place;
    if (!last || !isSame) last = createBench(benchOptions, schema, base, place);
    return last;
  };
  const keyOf = (base: Json, place: Place) => `${place} ${JSON.stringify(base)}`;

  return {
    valid: (schema, wanted) => sharedValid(schema, JSON.stringify(wanted), () => valid(schema, wanted)),
    isValid: (schema, value) => validator.isValid(schema, value),
    boundaries: (schema, base, place) =>
      sharedBoundaries(schema, keyOf(base, place), () => allBoundaries(benchFor(schema, base, place))),
    branches: (schema, base, place) =>
      sharedBranches(schema, keyOf(base, place), () => allBranches(benchFor(schema, base, place))),
    violations: (schema, base, place, under = []) =>
      sharedViolations(schema, `${JSON.stringify(under)} ${keyOf(base, place)}`, () =>
        allViolations(benchFor(schema, base, place), under),
      ),
    unique: (schema, value, name) => uniquePlaces(locationsOf(registry, validator, schema, value), name),
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
    if (typeof part !== 'object' || part === null) found.add(part);
    else for (const each of Object.values(part)) open.push(each);
  }
  return found;
}
