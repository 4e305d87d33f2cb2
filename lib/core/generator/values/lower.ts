import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

import { flatten, idOf, readOnlyNames } from './nodes';
import { countOf, listOf, membersOf, namesOf, numberOf, typesOf } from './sound';

/** A schema as ajv gets it: known keywords with sound values only, so that no document can make it throw. */
export type LoweredSchema = boolean | LoweredObject;
export interface LoweredObject {
  [keyword: string]: unknown;
}

export interface LoweringOptions {
  registry: SchemaRegistry;
  assertFormats: boolean;
  isUsablePattern(source: string): boolean;
  /** The address under which the validator knows a registry id. */
  addressOf(id: string): string;
  /** The address under which the validator knows a schema, the same for all that say the same. */
  share(lowered: LoweredObject): string;
}

export interface Lowering {
  lower(schema: Schema): LoweredSchema;
  /**
   * A reference that stands for the schema of a member or an item. The members of a document's many bodies repeat each
   * other; by reference each different one is compiled once.
   */
  refer(lowered: LoweredSchema): LoweredSchema;
}

const deepest = 200;
const schemaKeywords = [
  ...(['additionalProperties', 'propertyNames', 'unevaluatedProperties', 'items', 'contains'] as const),
  ...(['unevaluatedItems', 'not', 'if', 'then', 'else'] as const),
];
const listKeywords = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const;
const countKeywords = [
  ...(['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains'] as const),
  ...(['minProperties', 'maxProperties'] as const),
];
const numberKeywords = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

/** Makes schemas of requests ready for ajv: members that are only for answers are not required. */
export function createLowering(options: LoweringOptions): Lowering {
  const done = new WeakMap<SchemaObject, LoweredObject>();

  const refer = (lowered: LoweredSchema): LoweredSchema => {
    if (typeof lowered === 'boolean') return lowered;
    const names = Object.keys(lowered);
    if (names.length === 0 || (names.length === 1 && names[0] === '$ref')) return lowered;
    return { $ref: options.share(lowered) };
  };

  const lower = (schema: Schema, hidden: ReadonlySet<string>, depth: number): LoweredSchema => {
    if (typeof schema === 'boolean') return schema;
    if (depth > deepest || typeof schema !== 'object' || schema === null) return true;
    const known = hidden.size === 0 ? done.get(schema) : undefined;
    if (known) return known;
    const result: LoweredObject = {};
    if (hidden.size === 0) done.set(schema, result);
    const own = readOnlyNames(options.registry, flatten(options.registry, [schema]).nodes);
    const names = own.size > 0 ? new Set([...hidden, ...own]) : hidden;
    fillRules(result, schema, names, options);
    fillSchemas(result, schema, (inner, isSamePlace) =>
      isSamePlace ? lower(inner, names, depth + 1) : refer(lower(inner, new Set(), depth + 1)),
    );
    filterPatternProperties(result, options);
    selectByDiscriminator(result, schema);
    return result;
  };

  return {
    lower: (schema) => lower(schema, new Set(), 0),
    refer,
  };
}

function fillRules(
  result: LoweredObject,
  schema: SchemaObject,
  hidden: ReadonlySet<string>,
  { addressOf, assertFormats, isUsablePattern }: LoweringOptions,
): void {
  const set = (keyword: string, value: unknown) => {
    if (value !== undefined) result[keyword] = value;
  };
  if (typeof schema.$ref === 'string') set('$ref', addressOf(idOf(schema.$ref)));
  set('type', typesOf(schema));
  set('enum', listOf(schema.enum));
  set('const', schema.const);
  for (const keyword of countKeywords) set(keyword, countOf(schema[keyword]));
  for (const keyword of numberKeywords) set(keyword, numberOf(schema[keyword]));
  const step = numberOf(schema.multipleOf);
  if (step !== undefined && step > 0) set('multipleOf', step);
  if (typeof schema.pattern === 'string' && isUsablePattern(schema.pattern)) set('pattern', schema.pattern);
  if (assertFormats && typeof schema.format === 'string') set('format', schema.format);
  if (schema.uniqueItems === true) set('uniqueItems', true);
  const required = namesOf(schema.required).filter((name) => !hidden.has(name));
  if (required.length > 0) set('required', required);
  const dependent = membersOf(schema.dependentRequired).map(([name, names]) => [name, namesOf(names)]);
  if (dependent.length > 0) set('dependentRequired', Object.fromEntries(dependent));
}

function fillSchemas(
  result: LoweredObject,
  schema: SchemaObject,
  lower: (inner: Schema, isSamePlace: boolean) => LoweredSchema,
): void {
  for (const keyword of schemaKeywords) {
    const inner = schema[keyword];
    const isSamePlace = ['not', 'if', 'then', 'else'].includes(keyword);
    if (inner !== undefined) result[keyword] = lower(inner, isSamePlace);
  }
  for (const keyword of listKeywords) {
    const list = listOf(schema[keyword]);
    if (list) result[keyword] = list.map((inner) => lower(inner, keyword !== 'prefixItems'));
  }
  for (const keyword of ['properties', 'patternProperties', 'dependentSchemas'] as const) {
    const members = membersOf(schema[keyword]);
    const isSamePlace = keyword === 'dependentSchemas';
    if (members.length === 0) continue;
    result[keyword] = Object.fromEntries(members.map(([name, inner]) => [name, lower(inner, isSamePlace)]));
  }
}

function filterPatternProperties(result: LoweredObject, { isUsablePattern }: LoweringOptions): void {
  const { patternProperties } = result;
  if (typeof patternProperties !== 'object' || patternProperties === null) return;
  const usable = Object.entries(patternProperties).filter(([source]) => isUsablePattern(source));
  result['patternProperties'] = Object.fromEntries(usable);
}

/**
 * A discriminator names the branch that is meant (OpenAPI 3.1, 4.8.25, "shortcut validation"): authors who write one let
 * the branches overlap, so that a value satisfies several and, taken by the letter, no value satisfies exactly one.
 */
function selectByDiscriminator(result: LoweredObject, schema: SchemaObject): void {
  const { oneOf, anyOf } = result;
  if (!schema.discriminator || !Array.isArray(oneOf) || anyOf !== undefined) return;
  delete result['oneOf'];
  result['anyOf'] = oneOf;
}
