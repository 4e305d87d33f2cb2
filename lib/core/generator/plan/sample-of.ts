import type { Operation, Parameter } from '../../openapi/model';
import { snakeCase } from '../../python/identifier';

import type { Resource } from './resources';
import type { Sample } from './suite-plan';

/** The variable of the environment that gives a path parameter which tests cannot make. */
export function sampleOf(operation: Operation, parameter: Parameter, resource: Resource | undefined): Sample {
  const own = snakeCase(parameter.name, { fallback: 'value', maxLength: 40 });
  const isShort = /^(_?id_?|uuid|key|name|slug|code|number)$/.test(own) && resource !== undefined;
  const words = isShort ? `${resource.noun} ${own}` : own;
  const example = operation.method === 'get' ? (parameter.examples[0] ?? undefined) : undefined;
  return {
    variable: `API_SAMPLE_${snakeCase(words, { fallback: 'value', maxLength: 60 }).toUpperCase()}`,
    parameter: parameter.name,
    path: operation.path,
    ...(example !== undefined && (typeof example === 'string' || typeof example === 'number') && { example }),
  };
}
