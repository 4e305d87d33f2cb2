import type { Json, JsonObject } from '../../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

import { isOpenBySilence } from './open-objects';
import { hasFlag } from './schema-members';

/** Which objects are closed where the document says nothing: none, those within a schema, or that of it as well. */
export type Closing = 'none' | 'members' | 'all';

/** Keywords whose schemas describe the same value, or only a test of it. */
const inPlace: ReadonlySet<string> = new Set([
  ...[
    'allOf',
    'anyOf',
    'oneOf',
    'not',
    'if',
    'then',
    'else',
    'dependentSchemas',
    'contains',
    'propertyNames',
  ],
]);

/** Keywords that hold one schema, a list of schemas, or a map of schemas (JSON Schema 2020-12 core, section 10). */
const one = [
  'additionalProperties',
  'propertyNames',
  'unevaluatedProperties',
  'items',
  'contains',
  'unevaluatedItems',
  'not',
  'if',
  'then',
  'else',
] as const;
const many = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const;
const named = ['patternProperties', 'dependentSchemas'] as const;
const plain = [
  '$ref',
  'type',
  'enum',
  'const',
  'format',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'dependentRequired',
  'minProperties',
  'maxProperties',
  'minContains',
  'maxContains',
  'minItems',
  'maxItems',
  'uniqueItems',
] as const;

/** Syntax of ECMA-262 that Python's `re` refuses or reads differently. */
const foreignPattern = /\\[pPuck](?![0-9a-f]{4})|\\u\{|\(\?<[A-Za-z]|\[\]|\[\^\]/;

/**
 * A schema as responses must fit it: `writeOnly` properties are forbidden and never required (OpenAPI "Schema
 * Object"), words for readers are dropped, patterns that Python cannot read are dropped. `closing`: the schema describes a
 * value of its own, and objects that say nothing of other properties have none; as a part of such a schema it does not
 * know what the others describe.
 */
export function responseSchema(schema: Schema, registry: SchemaRegistry, closing: Closing = 'none'): Json {
  if (typeof schema === 'boolean') return schema;
  const result: JsonObject = {};
  const hidden = hiddenProperties(schema, registry);
  const ofParts: Closing = closing === 'none' ? 'none' : 'members';
  const part = (each: Schema): Json => responseSchema(each, registry, ofParts);
  const child = (each: Schema): Json => responseSchema(each, registry, closing === 'none' ? 'none' : 'all');
  for (const keyword of plain) {
    const value = schema[keyword];
    if (value !== undefined) result[keyword] = value;
  }
  for (const keyword of one) {
    const value = schema[keyword];
    if (value !== undefined) result[keyword] = inPlace.has(keyword) ? part(value) : child(value);
  }
  for (const keyword of many) {
    const value = schema[keyword];
    if (value !== undefined) result[keyword] = value.map(inPlace.has(keyword) ? part : child);
  }
  for (const keyword of named) {
    const value = schema[keyword];
    if (value !== undefined) result[keyword] = mapped(value, inPlace.has(keyword) ? part : child);
  }
  if (closing === 'all' && isOpenBySilence(schema, registry)) result.unevaluatedProperties = false;
  if (schema.properties) {
    result.properties = mapped(schema.properties, (each, name) =>
      hidden.has(name) ? { not: {}, $comment: 'writeOnly' } : child(each),
    );
  }
  const required = schema.required?.filter((name) => !hidden.has(name)) ?? [];
  if (required.length > 0) result.required = required;
  if (schema.pattern !== undefined && isReadableByPython(schema.pattern)) result.pattern = schema.pattern;
  return result;
}

function hiddenProperties(schema: SchemaObject, registry: SchemaRegistry): Set<string> {
  const names = Object.entries(schema.properties ?? {}).filter(([, each]) =>
    hasFlag(each, 'writeOnly', registry),
  );
  return new Set(names.map(([name]) => name));
}

function mapped(of: Record<string, Schema>, make: (schema: Schema, name: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(of).map(([name, each]) => [name, make(each, name)]));
}

function isReadableByPython(pattern: string): boolean {
  if (foreignPattern.test(pattern)) return false;
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
