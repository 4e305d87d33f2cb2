import type { JsonType, Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';
import { setOwn } from '../../openapi/node';

const lowerBounds = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const;
const upperBounds = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const;

/**
 * A schema with its `$ref` and `allOf` worked in at the top level, so that moving members between them is no change.
 * What lies deeper keeps its references. A schema that contains itself this way is worked in once.
 */
export function flatten(schemas: SchemaRegistry, schema: Schema): SchemaObject {
  return collect(schemas, schema, new Set());
}

function collect(schemas: SchemaRegistry, schema: Schema, inside: Set<Schema>): SchemaObject {
  const resolved = schemas.resolve(schema);
  if (resolved === true) return {};
  if (resolved === false) return { not: {} };
  if (inside.has(resolved)) return {};
  inside.add(resolved);
  const { allOf, $ref, ...own } = resolved;
  const parts = [...(allOf ?? []), ...($ref === undefined ? [] : [{ $ref }])];
  const flat = parts.map((part) => collect(schemas, part, inside)).reduce(merge, own);
  inside.delete(resolved);
  return flat;
}

function merge(one: SchemaObject, other: SchemaObject): SchemaObject {
  const merged: SchemaObject = { ...other, ...one };
  const type = sharedType(one.type, other.type);
  if (type !== undefined) merged.type = type;
  const required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])];
  if (required.length > 0) merged.required = required;
  if (one.properties && other.properties) {
    merged.properties = {};
    for (const properties of [other.properties, one.properties]) {
      for (const [name, schema] of Object.entries(properties)) setOwn(merged.properties, name, schema);
    }
  }
  for (const keyword of lowerBounds) bound(merged, keyword, Math.max, one[keyword], other[keyword]);
  for (const keyword of upperBounds) bound(merged, keyword, Math.min, one[keyword], other[keyword]);
  return merged;
}

function bound(
  merged: SchemaObject,
  keyword: (typeof lowerBounds)[number] | (typeof upperBounds)[number],
  stricter: (one: number, other: number) => number,
  one: number | undefined,
  other: number | undefined,
): void {
  if (one !== undefined && other !== undefined) merged[keyword] = stricter(one, other);
}

function sharedType(one: SchemaObject['type'], other: SchemaObject['type']): SchemaObject['type'] {
  if (one === undefined || other === undefined) return one ?? other;
  const shared = typesOf(one).filter((type) => typesOf(other).includes(type));
  return shared.length > 0 ? shared : one;
}

/** The `type` keyword as a list; undefined means any type. */
export function typesOf(type: SchemaObject['type']): JsonType[] {
  return type === undefined ? [] : Array.isArray(type) ? type : [type];
}
