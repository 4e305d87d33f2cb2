import type { Json } from '../../json';
import type { Schema, SchemaRegistry } from '../../openapi/model';

import { itemSchemas, memberSchemas } from './members';
import { flatten, readOnlyNames, type Conjunction } from './nodes';
import { isObject } from './same';
import { listOf } from './sound';
import type { Validator } from './validator';

const deepest = 60;

/** An example without the members that only answers have: examples are often written as answers. */
export function prune(registry: SchemaRegistry, validator: Validator, schema: Schema, example: Json): Json {
  const visit = (schemas: Conjunction, value: Json, depth: number): Json => {
    if (typeof value !== 'object' || value === null || depth > deepest) return value;
    const nodes = withBranches(registry, schemas);
    if (Array.isArray(value))
      return value.map((item, index) => visit(itemSchemas(nodes, index), item, depth + 1));
    if (!isObject(value)) return value;
    const hidden = readOnlyNames(registry, nodes);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !hidden.has(name))
        .map(([name, member]) => [name, visit(memberSchemas(validator, nodes, name), member, depth + 1)]),
    );
  };
  return visit([schema], example, 0);
}

function withBranches(registry: SchemaRegistry, schemas: Conjunction) {
  const { nodes } = flatten(registry, schemas);
  const branches = nodes.flatMap((node) => [...(listOf(node.oneOf) ?? []), ...(listOf(node.anyOf) ?? [])]);
  return [...nodes, ...flatten(registry, branches).nodes];
}
