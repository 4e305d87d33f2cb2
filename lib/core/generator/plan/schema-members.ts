import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';
import { perSchema } from '../per-schema';

const deepest = 8;
/** Choices within choices whose branches are compared. */
const deepestChoice = 2;

/** The schema objects that all apply at one place: the schema itself, what it refers to, and its `allOf` members. */
export function applying(schema: Schema | undefined, registry: SchemaRegistry): readonly SchemaObject[] {
  return schema === undefined || typeof schema === 'boolean' ? [] : applyingOf(schema, registry);
}

const applyingOf = perSchema((schema, registry): readonly SchemaObject[] => {
  const found: SchemaObject[] = [];
  const visit = (each: Schema | undefined, depth: number): void => {
    if (each === undefined || typeof each === 'boolean' || depth > deepest || found.includes(each)) return;
    found.push(each);
    if (each.$ref !== undefined) visit(registry.resolve({ $ref: each.$ref }), depth + 1);
    for (const part of each.allOf ?? []) visit(part, depth + 1);
  };
  visit(schema, 0);
  return found;
});

/** The declared properties of an object schema: `allOf` members included, and what all branches of a choice declare. */
export function propertiesOf(
  schema: Schema | undefined,
  registry: SchemaRegistry,
): ReadonlyMap<string, Schema> {
  return schema === undefined || typeof schema === 'boolean' ? none : declaredBy(schema, registry);
}

const none: ReadonlyMap<string, Schema> = new Map();
const declaredBy = perSchema((schema, registry) => declaredAt(schema, registry, 0));

function declaredAt(schema: Schema, registry: SchemaRegistry, depth: number): ReadonlyMap<string, Schema> {
  const properties = new Map<string, Schema>();
  for (const part of applying(schema, registry)) {
    const chosen = depth > deepestChoice ? [] : [part.oneOf, part.anyOf];
    for (const declared of [
      part.properties ?? {},
      ...chosen.map((each) => shared(each ?? [], registry, depth)),
    ]) {
      for (const [name, property] of Object.entries(declared)) {
        if (!properties.has(name)) properties.set(name, property);
      }
    }
  }
  return properties;
}

/** The properties that every branch declares: one schema where the branches agree, else a choice of theirs. */
function shared(branches: Schema[], registry: SchemaRegistry, depth: number): Record<string, Schema> {
  const [first, ...others] = branches.map((branch) => declaredAt(branch, registry, depth + 1));
  if (first === undefined) return {};
  return Object.fromEntries(
    [...first].flatMap(([name, own]): [string, Schema][] => {
      const rest = others.flatMap((other) => other.get(name) ?? []);
      if (rest.length < others.length) return [];
      return [[name, rest.every((each) => each === own) ? own : { anyOf: [own, ...rest] }]];
    }),
  );
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
