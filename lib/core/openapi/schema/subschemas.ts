import type { Schema, SchemaObject } from '../model';
import { append } from '../pointer';

export const singleKeywords = [
  'items',
  'additionalProperties',
  'propertyNames',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contains',
  'not',
  'if',
  'then',
  'else',
] as const;
export const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
export const mapKeywords = ['properties', 'patternProperties', 'dependentSchemas'] as const;

export interface Subschema {
  schema: Schema;
  /** Pointer from the outer schema, e.g. `/properties/name`. */
  pointer: string;
}

/** The schemas directly inside a normalised schema; what a `$ref` leads to is not among them. */
export function subschemas(schema: SchemaObject): Subschema[] {
  const found: Subschema[] = [];
  for (const keyword of singleKeywords) {
    const inner = schema[keyword];
    if (inner !== undefined) found.push({ schema: inner, pointer: `/${keyword}` });
  }
  for (const keyword of listKeywords) {
    schema[keyword]?.forEach((inner, index) =>
      found.push({ schema: inner, pointer: `/${keyword}/${index}` }),
    );
  }
  for (const keyword of mapKeywords) {
    for (const [name, inner] of Object.entries(schema[keyword] ?? {})) {
      found.push({ schema: inner, pointer: append(`/${keyword}`, name) });
    }
  }
  return found;
}
