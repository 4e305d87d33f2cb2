import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

/** Keywords by which a schema says which other properties there may be. */
const telling = [
  'additionalProperties',
  'patternProperties',
  'unevaluatedProperties',
  'propertyNames',
] as const;

/**
 * Whether a schema names properties of an object and says nothing of others: JSON Schema allows them (2020-12 core, 10.3.2),
 * its author mostly did not mean to.
 */
export function isOpenBySilence(schema: Schema, registry: SchemaRegistry): boolean {
  const nodes = new Set<SchemaObject>();
  const open: Schema[] = [schema];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (typeof each === 'boolean' || nodes.has(each)) continue;
    nodes.add(each);
    if (each.$ref !== undefined) open.push(registry.resolve({ $ref: each.$ref }));
    open.push(...(each.allOf ?? []), ...(each.oneOf ?? []), ...(each.anyOf ?? []));
    for (const side of [each.then, each.else]) if (side !== undefined) open.push(side);
  }
  const all = [...nodes];
  if (all.some((node) => telling.some((keyword) => node[keyword] !== undefined))) return false;
  return all.some((node) => Object.keys(node.properties ?? {}).length > 0);
}
