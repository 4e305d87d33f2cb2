import type { Json } from '../../json';
import { snakeCase } from '../../python/identifier';

import { literal, type Expression } from './expression';
import { help } from './named';
import type { Resource } from './resources';
import type { Sample } from './suite-plan';

/** What needs a value that tests cannot make: a parameter, or a member of a body. */
export interface SampleNeed {
  name: string;
  /** The path of the operation. */
  path: string;
  resource: Resource | undefined;
  /** Sent where the environment says nothing. */
  example: Json | undefined;
}

/** The variable of the environment that names an existing thing. */
export function sampleOf({ name, path, resource, example }: SampleNeed): Sample {
  const own = snakeCase(name, { fallback: 'value', maxLength: 40 });
  const isShort = /^(_?id_?|uuid|key|name|slug|code|number)$/.test(own) && resource !== undefined;
  const words = isShort ? `${resource.noun} ${own}` : own;
  return {
    variable: `API_SAMPLE_${snakeCase(words, { fallback: 'value', maxLength: 60 }).toUpperCase()}`,
    parameter: name,
    path,
    ...((typeof example === 'string' || typeof example === 'number') && { example }),
  };
}

/** `sample("API_SAMPLE_SHELF_ID", 7)`: the environment's value, else one that a list shows, else the example. */
export function sampleValue(sample: Sample, listed?: Expression): Expression {
  const example = sample.example === undefined ? [] : [literal(sample.example)];
  return help('sample', [literal(sample.variable), ...example], { listed });
}
