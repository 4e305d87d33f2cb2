import type { Schema, SchemaObject } from '../model';

import { targetOf, type Registry } from './registry';

/** A step from a schema to another one that judges the same value. */
export interface Edge {
  holder: SchemaObject;
  keyword: '$ref' | 'allOf' | 'anyOf' | 'oneOf' | 'not' | 'if' | 'then' | 'else' | 'dependentSchemas';
  target: SchemaObject;
}

/** All schemas that a schema applies to the very value it is applied to (JSON Schema 2020-12, section 10.2). */
export function inPlaceEdges(registry: Registry, holder: SchemaObject): Edge[] {
  const edges: Edge[] = [];
  const add = (keyword: Edge['keyword'], target: Schema | undefined) => {
    if (typeof target === 'object') edges.push({ holder, keyword, target });
  };
  const id = targetOf(holder);
  if (id !== undefined) add('$ref', registry.get(id));
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    holder[keyword]?.forEach((target) => add(keyword, target));
  }
  for (const keyword of ['not', 'if', 'then', 'else'] as const) add(keyword, holder[keyword]);
  for (const target of Object.values(holder.dependentSchemas ?? {})) add('dependentSchemas', target);
  return edges;
}
