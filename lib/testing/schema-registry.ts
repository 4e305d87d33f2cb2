import type { Schema, SchemaRegistry } from '#lib/core/openapi/model';

/** A registry of schemas written by hand; every schema object has a source of its own. */
export function registryOf(definitions: Record<string, Schema> = {}): SchemaRegistry {
  const get = (id: string) => (Object.hasOwn(definitions, id) ? definitions[id] : undefined);
  const idIn = (reference: string) => reference.replace('#/$defs/', '');
  const references = (schema: Schema): string[] => {
    const text = JSON.stringify(schema);
    return [...text.matchAll(/"\$ref":"#\/\$defs\/([^"]*)"/g)].map(([, id]) => id ?? '');
  };
  return {
    get,
    resolve(schema) {
      const seen = new Set<Schema>();
      let current = schema;
      while (typeof current === 'object' && current.$ref !== undefined && !seen.has(current)) {
        seen.add(current);
        current = get(idIn(current.$ref)) ?? true;
      }
      return current;
    },
    references,
    reach(schema) {
      const ids = new Set(references(schema));
      for (const id of ids) references(get(id) ?? true).forEach((next) => ids.add(next));
      return [...ids].sort();
    },
    sourceOf: (schema) => {
      const id = Object.keys(definitions).find((name) => definitions[name] === schema);
      return id === undefined ? undefined : { file: '', pointer: `/components/schemas/${id}` };
    },
  };
}
