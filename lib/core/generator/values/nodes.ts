import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';
import { perSchema } from '../per-schema';

import { listOf, membersOf } from './sound';

/** Several schemas that all apply to one place of a value. */
export type Conjunction = readonly Schema[];

export interface Flat {
  /** All schema objects that apply, without following `oneOf`, `anyOf` and conditions. */
  readonly nodes: readonly SchemaObject[];
  /** Ids of the registry that were passed on the way. */
  readonly ids: readonly string[];
  /** `false` is among the schemas: nothing is valid. */
  readonly isNever: boolean;
}

/** The registry id of a normalised reference. */
export function idOf(reference: string): string {
  return reference.replace(/^#\/\$defs\//, '');
}

/** Follows `$ref` and `allOf` from all schemas of a conjunction; each schema object appears once. */
export function flatten(registry: SchemaRegistry, schemas: Conjunction): Flat {
  const [only] = schemas;
  if (schemas.length === 1 && typeof only === 'object') return flatOf(only, registry);
  return flattenAll(registry, schemas);
}

const flatOf = perSchema((schema, registry) => flattenAll(registry, [schema]));

function flattenAll(registry: SchemaRegistry, schemas: Conjunction): Flat {
  const nodes = new Set<SchemaObject>();
  const ids = new Set<string>();
  let isNever = false;
  const open = [...schemas].reverse();
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (schema === false) isNever = true;
    if (typeof schema === 'boolean' || nodes.has(schema)) continue;
    nodes.add(schema);
    for (const part of [...(listOf(schema.allOf) ?? [])].reverse()) open.push(part);
    if (typeof schema.$ref === 'string') {
      const id = idOf(schema.$ref);
      ids.add(id);
      open.push(registry.get(id) ?? true);
    }
  }
  return { nodes: [...nodes], ids: [...ids], isNever };
}

/** Whether a member is for answers only: says so itself or through what it refers to. */
export function isReadOnly(registry: SchemaRegistry, schema: Schema): boolean {
  return flatten(registry, [schema]).nodes.some((node) => node.readOnly === true);
}

/** Names of the members that all nodes together declare as read-only. */
export function readOnlyNames(registry: SchemaRegistry, nodes: readonly SchemaObject[]): ReadonlySet<string> {
  let all = noNames;
  for (const node of nodes) {
    const own = readOnlyOf(node, registry);
    if (own.size > 0) all = all.size === 0 ? own : new Set([...all, ...own]);
  }
  return all;
}

const noNames: ReadonlySet<string> = new Set();

const readOnlyOf = perSchema((node, registry): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const [name, schema] of membersOf(node.properties)) {
    if (isReadOnly(registry, schema)) names.add(name);
  }
  return names.size === 0 ? noNames : names;
});
