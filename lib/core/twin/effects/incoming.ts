import { hasFlag, propertiesOf } from '../../generator/plan/schema-members';
import { memberSchemas } from '../../generator/values/members';
import { readOnlyNames, type Conjunction } from '../../generator/values/nodes';
import { prune } from '../../generator/values/prune';
import { isObject } from '../../generator/values/same';
import type { Json, JsonObject } from '../../json';
import type { Operation, Schema, SchemaObject } from '../../openapi/model';
import { nodesFor } from '../answer/project';
import { mediaOf } from '../request/read-body';
import type { World } from '../world';

const deepest = 30;

/** The schema of a body of an operation in a media type. */
export function bodySchema(operation: Operation, mediaType: string): Schema {
  return mediaOf(operation, mediaType)?.schema ?? true;
}

/**
 * What of a body is stored: without what only the server sets (OpenAPI "Schema Object", `readOnly`), and without members
 * that only answers describe.
 */
export function stored(world: World, schema: Schema, body: Json, shown: Iterable<string>): Json {
  const kept = prune(world.model.schemas, world.validator, schema, body);
  const described = world.reader.namesOf(schema);
  if (!isObject(kept) || described.size === 0) return kept;
  const foreign = new Set([...shown].filter((name) => !described.has(name)));
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !foreign.has(name)));
}

/** A body with the documented defaults of what it leaves out, at any depth. */
export function withDefaults(world: World, schema: Schema, body: Json): Json {
  const visit = (schemas: Conjunction, value: Json, depth: number): Json => {
    if (typeof value !== 'object' || value === null || depth > deepest) return value;
    const nodes = nodesFor(world.model.schemas, world.validator, schemas, value, 0);
    if (Array.isArray(value)) {
      const items = nodes.flatMap((node) => (node.items === undefined ? [] : [node.items]));
      return value.map((each) => visit(items, each, depth + 1));
    }
    const result: JsonObject = {};
    for (const [name, member] of Object.entries(value)) {
      result[name] = visit(memberSchemas(world.validator, nodes, name), member, depth + 1);
    }
    const hidden = readOnlyNames(world.model.schemas, nodes);
    for (const [name, given] of defaultsOf(world, nodes)) {
      if (!Object.hasOwn(result, name) && !hidden.has(name)) result[name] = given;
    }
    return result;
  };
  const full = visit([schema], body, 0);
  return world.validator.isValid(schema, full) ? full : body;
}

function defaultsOf(world: World, nodes: readonly SchemaObject[]): [string, Json][] {
  return nodes.flatMap((node) =>
    Object.keys(node.properties ?? {}).flatMap((name): [string, Json][] => {
      const schemas = memberSchemas(world.validator, nodes, name);
      const parts = schemas.flatMap((schema) =>
        nodesFor(world.model.schemas, world.validator, [schema], null, 9),
      );
      const given = parts.find((part) => part.default !== undefined)?.default;
      return given === undefined ? [] : [[name, structuredClone(given)]];
    }),
  );
}

/** Names of the members that clients set. */
export function writableNames(world: World, schema: Schema): Set<string> {
  const { schemas } = world.model;
  const properties = [...propertiesOf(schema, schemas)];
  return new Set(properties.flatMap(([name, each]) => (hasFlag(each, 'readOnly', schemas) ? [] : [name])));
}

/** Another body as the change that it describes (RFC 7396): null takes away, objects are merged. */
export function merged(target: Json | undefined, patch: Json, keepsNull: (name: string) => boolean): Json {
  if (!isObject(patch)) return patch;
  const result: JsonObject = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null && !keepsNull(name)) Reflect.deleteProperty(result, name);
    else {
      const own = Object.hasOwn(result, name) ? result[name] : undefined;
      define(
        result,
        name,
        merged(own, value, () => false),
      );
    }
  }
  return result;
}

/** Names come from requests: `__proto__` is one as any other. */
function define(target: JsonObject, name: string, value: Json): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}
