import type { Json } from '../../json';
import type { JsonType, Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

import { flatten, idOf, readOnlyNames } from './nodes';
import { countOf, listOf, membersOf, namesOf, numberOf, typesOf } from './sound';

/** A schema as a judge gets it: known keywords with sound values only, so that no document can make it throw. */
export type LoweredSchema = boolean | LoweredObject;
export interface LoweredObject extends Partial<
  Record<(typeof schemaKeywords)[number], LoweredSchema> &
    Record<(typeof listKeywords)[number], LoweredSchema[]> &
    Record<(typeof mapKeywords)[number], Record<string, LoweredSchema>> &
    Record<(typeof countKeywords)[number] | (typeof numberKeywords)[number] | 'multipleOf', number> &
    Record<'$ref' | 'pattern' | 'format', string>
> {
  type?: JsonType[];
  enum?: Json[];
  const?: Json;
  uniqueItems?: true;
  required?: string[];
  dependentRequired?: Record<string, string[]>;
}

export interface LoweringOptions {
  registry: SchemaRegistry;
  assertFormats: boolean;
  isUsablePattern(source: string): boolean;
  /** The address under which the judge knows a registry id. */
  addressOf(id: string): string;
  /** What stands for the schema of a member or an item, where the judge is better served by something else than itself. */
  refer?(lowered: LoweredSchema): LoweredSchema;
}

export interface Lowering {
  lower(schema: Schema): LoweredSchema;
  /** What stands for the schema of a member or an item. */
  refer(lowered: LoweredSchema): LoweredSchema;
}

const deepest = 200;
const nothing: ReadonlySet<string> = new Set();
const schemaKeywords = [
  ...(['additionalProperties', 'propertyNames', 'unevaluatedProperties', 'items', 'contains'] as const),
  ...(['unevaluatedItems', 'not', 'if', 'then', 'else'] as const),
];
const listKeywords = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const;
const countKeywords = [
  ...(['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains'] as const),
  ...(['minProperties', 'maxProperties'] as const),
];
const mapKeywords = ['properties', 'patternProperties', 'dependentSchemas'] as const;
const numberKeywords = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

/** Makes schemas of requests ready for a judge: members that are only for answers are not required. */
export function createLowering(options: LoweringOptions): Lowering {
  const done = new Map<SchemaObject, LoweredObject>();

  const refer = (lowered: LoweredSchema): LoweredSchema => options.refer?.(lowered) ?? lowered;

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
      isSamePlace ? lower(inner, names, depth + 1) : refer(lower(inner, nothing, depth + 1)),
    );
    filterPatternProperties(result, options);
    selectByDiscriminator(result, schema);
    return result;
  };

  return {
    lower: (schema) => lower(schema, nothing, 0),
    refer,
  };
}

function fillRules(
  result: LoweredObject,
  schema: SchemaObject,
  hidden: ReadonlySet<string>,
  { addressOf, assertFormats, isUsablePattern }: LoweringOptions,
): void {
  if (typeof schema.$ref === 'string') result.$ref = addressOf(idOf(schema.$ref));
  const type = typesOf(schema);
  if (type) result.type = type;
  const listed = listOf(schema.enum);
  if (listed) result.enum = listed;
  if (schema.const !== undefined) result.const = schema.const;
  for (const keyword of countKeywords) {
    const count = countOf(schema[keyword]);
    if (count !== undefined) result[keyword] = count;
  }
  for (const keyword of numberKeywords) {
    const bound = numberOf(schema[keyword]);
    if (bound !== undefined) result[keyword] = bound;
  }
  const step = numberOf(schema.multipleOf);
  if (step !== undefined && step > 0) result.multipleOf = step;
  if (typeof schema.pattern === 'string' && isUsablePattern(schema.pattern)) result.pattern = schema.pattern;
  if (assertFormats && typeof schema.format === 'string') result.format = schema.format;
  if (schema.uniqueItems === true) result.uniqueItems = true;
  const required = namesOf(schema.required).filter((name) => !hidden.has(name));
  if (required.length > 0) result.required = required;
  const dependent = membersOf(schema.dependentRequired).map(([name, names]) => [name, namesOf(names)]);
  if (dependent.length > 0) result.dependentRequired = Object.fromEntries(dependent);
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
  for (const keyword of mapKeywords) {
    const members = membersOf(schema[keyword]);
    const isSamePlace = keyword === 'dependentSchemas';
    if (members.length === 0) continue;
    result[keyword] = Object.fromEntries(members.map(([name, inner]) => [name, lower(inner, isSamePlace)]));
  }
}

function filterPatternProperties(result: LoweredObject, { isUsablePattern }: LoweringOptions): void {
  const { patternProperties } = result;
  if (!patternProperties) return;
  const usable = Object.entries(patternProperties).filter(([source]) => isUsablePattern(source));
  result.patternProperties = Object.fromEntries(usable);
}

/**
 * A discriminator names the branch that is meant (OpenAPI 3.1, 4.8.25, "shortcut validation"): authors who write one let
 * the branches overlap, so that a value satisfies several and, taken by the letter, no value satisfies exactly one.
 */
function selectByDiscriminator(result: LoweredObject, schema: SchemaObject): void {
  const { oneOf, anyOf } = result;
  if (!schema.discriminator || !oneOf || anyOf !== undefined) return;
  delete result.oneOf;
  result.anyOf = oneOf;
}
