import type { Json } from '../../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

import { pointerOf } from './delta';
import type { LoweredObject, LoweredSchema } from './lower';
import { flatten, idOf, readOnlyNames } from './nodes';
import { isObject } from './same';
import { listOf, memberOf } from './sound';
import type { Validator } from './validator';

/** A member of a value with all schema objects that apply to it, choices made as the value makes them. */
export interface Location {
  path: (string | number)[];
  value: Json;
  nodes: SchemaObject[];
}

export interface Pinned {
  /**
   * The schema with every `oneOf`, `anyOf` and condition replaced by what the value chose: each issue of a changed value
   * is then one broken rule, not the echo of one in the branches that were never meant.
   */
  schema: LoweredObject;
  /** In the order of the value, the root first. */
  locations: Location[];
  /** Whether any choice was fixed: if not, the pinned schema judges exactly as the schema itself. */
  hasChoices: boolean;
  /** Whether there were more members than are looked at. */
  isCut: boolean;
}

/** More members than a person reviews in one body, and than can be varied in reasonable time. */
export const mostLocations = 300;

/** Fixes the choices of a schema to those of a valid value. */
export function pin(registry: SchemaRegistry, validator: Validator, schema: Schema, base: Json): Pinned {
  const context = contextOf(registry, validator, validator.refer);
  const pinned = pinSchema(context, schema, { value: base, path: [], seen: [], hidden: new Set() });
  const { locations } = context;
  return {
    schema: typeof pinned === 'boolean' ? { allOf: [pinned] } : pinned,
    locations: [...locations.values()],
    hasChoices: context.hasChoices,
    isCut: context.isCut,
  };
}

/** The locations alone, for who does not validate anything: nothing is made ready for it. */
export function locationsOf(
  registry: SchemaRegistry,
  validator: Validator,
  schema: Schema,
  base: Json,
): Location[] {
  const context = contextOf(registry, validator, (lowered) => lowered);
  pinSchema(context, schema, { value: base, path: [], seen: [], hidden: new Set() });
  return [...context.locations.values()];
}

function contextOf(registry: SchemaRegistry, validator: Validator, refer: Validator['refer']): Context {
  return { registry, validator, refer, locations: new Map(), hasChoices: false, isCut: false };
}

interface Context {
  registry: SchemaRegistry;
  validator: Validator;
  refer: Validator['refer'];
  locations: Map<string, Location>;
  hasChoices: boolean;
  isCut: boolean;
}

interface Here {
  value: Json;
  path: (string | number)[];
  /** Schemas that apply to this same value on the way here: a reference to one of them says nothing new. */
  seen: readonly Schema[];
  hidden: ReadonlySet<string>;
}

function pinSchema(context: Context, schema: Schema, here: Here): LoweredSchema {
  const { registry, validator } = context;
  const lowered = validator.lower(schema);
  if (typeof schema === 'boolean' || typeof lowered === 'boolean') return lowered;
  if (here.seen.includes(schema) || !register(context, schema, here)) return lowered;
  if (schema.oneOf || schema.anyOf || schema.if !== undefined) context.hasChoices = true;
  const hidden = new Set([...here.hidden, ...readOnlyNames(registry, flatten(registry, [schema]).nodes)]);
  const inner = { ...here, seen: [...here.seen, schema], hidden };
  const { $ref, allOf: _all, oneOf: _one, anyOf: _any, if: _if, then: _then, else: _else, ...rest } = lowered;
  const result: LoweredObject = rest;
  const applied = [
    ...(typeof $ref === 'string' ? [registry.get(idOf(schema.$ref ?? '')) ?? true] : []),
    ...(listOf(schema.allOf) ?? []),
    ...chosen(validator, schema, here.value),
  ];
  if (applied.length > 0) result['allOf'] = applied.map((other) => pinSchema(context, other, inner));
  if (Array.isArray(rest['required'])) {
    const required = rest['required'].filter((name) => !hidden.has(name));
    result['required'] = required;
  }
  pinMembers(context, schema, result, here);
  pinItems(context, schema, result, here);
  return result;
}

function register(context: Context, schema: SchemaObject, { path, value }: Here): boolean {
  const { locations } = context;
  const key = pointerOf(path);
  const known = locations.get(key);
  if (known) {
    if (!known.nodes.includes(schema)) known.nodes.push(schema);
    return true;
  }
  if (locations.size >= mostLocations) {
    context.isCut = true;
    return false;
  }
  locations.set(key, { path, value, nodes: [schema] });
  return true;
}

/** The branches and sides that a value satisfies, the first of each. */
function chosen(validator: Validator, schema: SchemaObject, value: Json): Schema[] {
  const branches = [listOf(schema.oneOf), listOf(schema.anyOf)].flatMap((list) => {
    const branch = list?.find((option) => validator.isValid(option, value));
    return branch === undefined ? [] : [branch];
  });
  if (schema.if === undefined) return branches;
  const side = validator.isValid(schema.if, value) ? schema.then : schema.else;
  return side === undefined ? branches : [...branches, side];
}

function pinMembers(context: Context, schema: SchemaObject, result: LoweredObject, here: Here): void {
  const { value } = here;
  if (!isObject(value)) return;
  const lowered = isRecord(result['properties']) ? { ...result['properties'] } : {};
  for (const [name, member] of Object.entries(value)) {
    const path = [...here.path, name];
    const place = { value: member, path, seen: [], hidden: new Set<string>() };
    const own = memberOf(schema.properties, name);
    if (own !== undefined) {
      Object.defineProperty(lowered, name, {
        value: context.refer(pinSchema(context, own, place)),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else if (typeof schema.additionalProperties === 'object' && schema.patternProperties === undefined) {
      pinSchema(context, schema.additionalProperties, place);
    }
  }
  if (Object.keys(lowered).length > 0) result['properties'] = lowered;
}

function pinItems(context: Context, schema: SchemaObject, result: LoweredObject, here: Here): void {
  const { value } = here;
  if (!Array.isArray(value)) return;
  const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  const known = Array.isArray(result['prefixItems']) ? result['prefixItems'] : [];
  if (prefix.length === 0 && schema.items === undefined) return;
  const pinned = value.map((item, index) => {
    const own = prefix[index] ?? schema.items ?? true;
    const place = { value: item, path: [...here.path, index], seen: [], hidden: new Set<string>() };
    return context.refer(pinSchema(context, own, place));
  });
  // `items: false` after the prefix must go on to count from where the prefix ends.
  const isClosed = schema.items === false && pinned.length > prefix.length;
  if (pinned.length > 0 && !isClosed) result['prefixItems'] = [...pinned, ...known.slice(pinned.length)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
