import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';
import { listKeywords, mapKeywords, singleKeywords } from '../../openapi/schema/subschemas';

/** The schemas of a model as they apply to answers. */
export interface AnswerRegistry extends SchemaRegistry {
  /** The schema that an answer must fit, from the one in the model. */
  of(schema: Schema): Schema;
}

/**
 * `writeOnly` is in an answer what `readOnly` is in a request: not to be sent and never required (OpenAPI "Schema
 * Object"). With the two exchanged, the values and the judge of requests serve answers as well.
 */
export function answerRegistry(registry: SchemaRegistry): AnswerRegistry {
  const turned = new WeakMap<SchemaObject, SchemaObject>();
  const originals = new WeakMap<SchemaObject, SchemaObject>();

  const turn = (schema: Schema): Schema => {
    if (typeof schema === 'boolean') return schema;
    const known = turned.get(schema);
    if (known) return known;
    const { readOnly: _, writeOnly, ...rest } = schema;
    const result: SchemaObject = { ...rest, ...(writeOnly === true && { readOnly: true }) };
    turned.set(schema, result);
    originals.set(result, schema);
    for (const keyword of singleKeywords) {
      const inner = schema[keyword];
      if (inner !== undefined) result[keyword] = turn(inner);
    }
    for (const keyword of listKeywords) {
      const inner = schema[keyword];
      if (Array.isArray(inner)) result[keyword] = inner.map(turn);
    }
    for (const keyword of mapKeywords) {
      const inner = schema[keyword];
      if (typeof inner !== 'object' || inner === null) continue;
      result[keyword] = Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, turn(each)]));
    }
    return result;
  };
  const original = (schema: Schema): Schema =>
    typeof schema === 'boolean' ? schema : (originals.get(schema) ?? schema);

  return {
    of: turn,
    get(id) {
      const schema = registry.get(id);
      return schema === undefined ? undefined : turn(schema);
    },
    resolve: (schema) => turn(registry.resolve(original(schema))),
    references: (schema) => registry.references(original(schema)),
    reach: (schema) => registry.reach(original(schema)),
    sourceOf: (schema) => registry.sourceOf(original(schema)),
  };
}
