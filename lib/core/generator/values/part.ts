import type { Json } from '../../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

import { idOf } from './nodes';
import { isObject } from './same';
import { listOf, memberOf } from './sound';
import type { Place } from './types';
import type { Validator } from './validator';

/** A member of a value, with the one schema that decides alone whether a change inside it leaves the whole valid. */
export interface Part {
  schema: Schema;
  value: Json;
  path: (string | number)[];
}

/**
 * Keywords that judge a member by its own schema alone, or look at names and numbers of members only (JSON Schema 2020-12
 * core, 10.3): a change inside a member cannot concern them.
 */
const memberwise = new Set([
  ...['type', 'properties', 'required', 'additionalProperties', 'propertyNames', 'dependentRequired'],
  ...['minProperties', 'maxProperties', 'items', 'minItems', 'maxItems', 'format'],
  ...['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
]);
const mostReferences = 50;

/**
 * The smallest part of a valid value that holds a place and can be judged without the rest: a body of hundreds of
 * members is not looked at again for each change of one.
 */
export function partAt(
  { registry, validator, place }: { registry: SchemaRegistry; validator: Validator; place: Place },
  whole: Part,
  at: readonly (string | number)[],
): Part {
  let part = whole;
  for (const step of at) {
    // A part of a multipart body travels as a whole.
    if (place === 'multipart' && part.path.length > 0) break;
    const node = memberwiseNode(registry, validator, part.schema);
    const inner = node && memberPart(node, part, step, place);
    if (!inner) break;
    part = inner;
  }
  return part;
}

function memberPart(node: SchemaObject, part: Part, step: string | number, place: Place): Part | undefined {
  const path = [...part.path, step];
  if (isObject(part.value)) {
    const schema = memberOf(node.properties, String(step));
    const value = memberOf(part.value, String(step));
    return schema === undefined || value === undefined ? undefined : { schema, value, path };
  }
  // As text the items of a list are read together.
  if (!Array.isArray(part.value) || typeof step !== 'number' || place !== 'json') return undefined;
  const value = part.value[step];
  return node.items === undefined || value === undefined ? undefined : { schema: node.items, value, path };
}

/** What a schema comes to through bare references, where that has no other keywords than memberwise ones. */
function memberwiseNode(
  registry: SchemaRegistry,
  validator: Validator,
  schema: Schema,
): SchemaObject | undefined {
  let current: Schema | undefined = schema;
  for (let passed = 0; passed < mostReferences; passed++) {
    if (typeof current !== 'object') return undefined;
    const lowered = validator.lower(current);
    if (typeof lowered !== 'object') return undefined;
    const keywords = Object.keys(lowered);
    if (keywords.every((keyword) => memberwise.has(keyword))) return current;
    if (keywords.length > 1) return undefined;
    if (typeof current.$ref === 'string') current = registry.get(idOf(current.$ref));
    else if (listOf(current.allOf)?.length === 1) current = current.allOf?.[0];
    else return undefined;
  }
  return undefined;
}
