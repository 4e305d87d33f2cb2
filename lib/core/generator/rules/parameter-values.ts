import type { Json } from '../../json';
import type { Parameter } from '../../openapi/model';
import { constant, type Expression } from '../plan/expression';
import { serialise } from '../plan/serialise';
import type { Delta, Violation } from '../values/types';

import type { OperationPlan } from './operation-plan';

/** Header parameters that the document may list and that are described elsewhere (OpenAPI "Parameter Object"). */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);
/** Headers whose value only makes sense together with an earlier answer (RFC 9110 sections 13 and 14). */
const conditional = /^(if-|range$)/;
/** Values that only the server can make. */
const opaque = /(cursor|token|continuation|after|before|nonce|signature|etag)/i;

/** The parameters that rules vary. */
export function variedParameters(plan: OperationPlan): Parameter[] {
  return plan.operation.parameters.filter(
    (each) => !(each.in === 'header' && ignoredHeaders.has(each.name.toLowerCase())),
  );
}

/** Whether a value that fits the schema may still be wrong for a reason that only the server knows. */
export function isOpaque(parameter: Parameter): boolean {
  // What a client prefers decides what the answer is (RFC 7240).
  if (isConditional(parameter) || (parameter.in === 'header' && /^prefer$/i.test(parameter.name)))
    return true;
  return parameter.examples.length === 0 && opaque.test(parameter.name);
}

/** Whether a header makes sense together with an earlier answer only. */
export function isConditional({ in: place, name }: Parameter): boolean {
  return place === 'header' && conditional.test(name.toLowerCase());
}

/** A valid value of a parameter, the one in the request where there is one. */
export function validValue(plan: OperationPlan, parameter: Parameter): Json | undefined {
  const used = plan.call.parameters.get(parameter);
  if (used !== undefined) return used;
  const made = plan.context.values.valid(parameter.schema, {
    name: parameter.name,
    fill: 'all',
    place: parameter.in,
    examples: parameter.examples,
  });
  return 'value' in made ? made.value : undefined;
}

/**
 * `query={"limit": 10}` for `send`, as keyword and value. What the unchanged request writes for the parameter under other
 * names (members of an exploded object) is left out.
 */
export function sentAs(
  { call }: OperationPlan,
  parameter: Parameter,
  value: Json | undefined,
): { part: Part; value: Expression } {
  const entries = value === undefined ? [] : serialise(parameter, value);
  const used = call.parameters.get(parameter);
  const usual = used === undefined ? [parameter.name] : serialise(parameter, used).map(({ name }) => name);
  const left = used === undefined && value !== undefined ? [] : usual;
  const omitted = left
    .filter((name) => !entries.some((entry) => entry.name === name))
    .map((name) => ({ name, value: constant('OMITTED') }));
  return { part: partOf(parameter), value: { kind: 'object', entries: [...entries, ...omitted] } };
}

/**
 * Whether another value can stand in the place of `base`. The members of an object travel under names of their own where
 * the style is deepObject or exploded form: a single value there is a parameter that the document does not know.
 */
export function hasForm({ style, explode }: Parameter, base: Json, value: Json): boolean {
  const isSpread = style === 'deepObject' || (style === 'form' && explode);
  return !isSpread || !isMembers(base) || isMembers(value);
}

function isMembers(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ofNames: ReadonlySet<string> = new Set([
  ...['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'patternProperties', 'maxProperties'],
]);

/**
 * Whether a server can see that a rule is broken: of an object in the exploded form style each member is a parameter, so
 * that a new one is just another parameter and its name is sent nowhere (OpenAPI "Style Values").
 */
export function isSeen(parameter: Parameter, base: Json, { keyword, delta }: Violation): boolean {
  const isObject = typeof base === 'object' && base !== null && !Array.isArray(base);
  const isSpread = parameter.style === 'form' && parameter.explode && parameter.mediaType === undefined;
  if (!isObject || !isSpread) return true;
  return !ofNames.has(keyword) && delta.op !== 'add' && (keyword !== 'type' || delta.path.length > 0);
}

export type Part = 'path' | 'query' | 'headers' | 'cookies';

export function partOf(parameter: Parameter): Part {
  const parts = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;
  return parts[parameter.in];
}

/** A value with one change; `undefined` where the change does not fit it. */
export function applied(value: Json, delta: Delta): Json | undefined {
  const [step, ...rest] = delta.path;
  if (step === undefined) return delta.op === 'remove' ? undefined : delta.value;
  if (value === null || typeof value !== 'object') return undefined;
  const inner: Delta = { ...delta, path: rest };
  if (Array.isArray(value)) {
    const index = Number(step);
    if (rest.length === 0 && delta.op === 'remove') return value.filter((_, at) => at !== index);
    const changed =
      rest.length === 0 && delta.op !== 'remove' ? delta.value : applied(value[index] ?? null, inner);
    if (changed === undefined) return undefined;
    return index >= value.length
      ? [...value, changed]
      : value.map((item, at) => (at === index ? changed : item));
  }
  if (rest.length === 0 && delta.op === 'remove') {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== step));
  }
  const changed =
    rest.length === 0 && delta.op !== 'remove' ? delta.value : applied(value[step] ?? null, inner);
  return changed === undefined ? undefined : { ...value, [step]: changed };
}
