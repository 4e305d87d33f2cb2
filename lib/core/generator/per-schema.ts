import type { Schema, SchemaObject, SchemaRegistry } from '../openapi/model';

/**
 * What a schema comes to, found out once: many operations share a schema, and many rules ask the same of it. Only for
 * complete models, whose schemas do not change any more; whoever gets a result leaves it as it is.
 */
export function perSchema<Result>(
  find: (schema: SchemaObject, registry: SchemaRegistry) => Result,
): (schema: SchemaObject, registry: SchemaRegistry) => Result {
  const byRegistry = new WeakMap<SchemaRegistry, Map<Schema, Result>>();
  let last: { registry: SchemaRegistry; results: Map<Schema, Result> } | undefined;
  return (schema, registry) => {
    if (last?.registry !== registry) {
      const results = byRegistry.get(registry) ?? new Map<Schema, Result>();
      byRegistry.set(registry, results);
      last = { registry, results };
    }
    const { results } = last;
    const known = results.get(schema);
    if (known !== undefined) return known;
    const found = find(schema, registry);
    results.set(schema, found);
    return found;
  };
}
