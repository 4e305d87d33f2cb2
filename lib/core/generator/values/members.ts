import type { Schema, SchemaObject } from '../../openapi/model';

import { memberOf, membersOf } from './sound';
import type { Validator } from './validator';

/**
 * The schemas that a member of an object must satisfy (JSON Schema 2020-12 core, 10.3.2): its own, those of the patterns
 * that its name matches, and `additionalProperties` of each node that has neither.
 */
export function memberSchemas(validator: Validator, nodes: readonly SchemaObject[], name: string): Schema[] {
  const schemas = nodes.flatMap((node) => {
    const own = memberOf(node.properties, name);
    const matching = membersOf(node.patternProperties)
      .filter(([source]) => matches(validator, source, name))
      .map(([, schema]) => schema);
    const found = own === undefined ? matching : [own, ...matching];
    if (found.length > 0 || node.additionalProperties === undefined) return found;
    return [node.additionalProperties];
  });
  return [...new Set(schemas)];
}

export function matches(validator: Validator, source: string, text: string): boolean {
  const pattern = validator.patternOf(source);
  return !('ignored' in pattern) && pattern.test(text);
}

/** The schemas that an item of an array must satisfy (2020-12 core, 10.3.1). */
export function itemSchemas(nodes: readonly SchemaObject[], index: number): Schema[] {
  const schemas = nodes.flatMap((node) => {
    const prefixed = Array.isArray(node.prefixItems) ? node.prefixItems[index] : undefined;
    const schema = prefixed ?? node.items;
    return schema === undefined ? [] : [schema];
  });
  return [...new Set(schemas)];
}

/** Names that any node declares, in the order of the document. */
export function declaredNames(nodes: readonly SchemaObject[]): string[] {
  return [...new Set(nodes.flatMap((node) => membersOf(node.properties).map(([name]) => name)))];
}
