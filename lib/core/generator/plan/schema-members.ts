import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

const deepest = 8;

/** The schema objects that all apply at one place: the schema itself, what it refers to, and its `allOf` members. */
export function applying(schema: Schema | undefined, registry: SchemaRegistry): SchemaObject[] {
  const found: SchemaObject[] = [];
  const visit = (each: Schema | undefined, depth: number): void => {
    if (each === undefined || typeof each === 'boolean' || depth > deepest || found.includes(each)) return;
    found.push(each);
    if (each.$ref !== undefined) visit(registry.resolve({ $ref: each.$ref }), depth + 1);
    for (const part of each.allOf ?? []) visit(part, depth + 1);
  };
  visit(schema, 0);
  return found;
}

/** The declared properties of an object schema, `allOf` members included. */
export function propertiesOf(schema: Schema | undefined, registry: SchemaRegistry): Map<string, Schema> {
  const properties = new Map<string, Schema>();
  for (const part of applying(schema, registry)) {
    for (const [name, property] of Object.entries(part.properties ?? {})) {
      if (!properties.has(name)) properties.set(name, property);
    }
  }
  return properties;
}

export function requiredOf(schema: Schema | undefined, registry: SchemaRegistry): Set<string> {
  return new Set(applying(schema, registry).flatMap((part) => part.required ?? []));
}

/** The types that a schema allows; empty: it does not say. */
export function typesOf(schema: Schema | undefined, registry: SchemaRegistry): string[] {
  for (const part of applying(schema, registry)) {
    if (part.type !== undefined) return Array.isArray(part.type) ? part.type : [part.type];
  }
  return [];
}

/** A keyword that is true at this place, directly or through a reference. */
export function hasFlag(
  schema: Schema | undefined,
  flag: 'readOnly' | 'writeOnly',
  registry: SchemaRegistry,
): boolean {
  return applying(schema, registry).some((part) => part[flag] === true);
}
