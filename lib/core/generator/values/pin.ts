import type { Json } from '../../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

import { pointerOf } from './delta';
import type { LoweredObject, LoweredSchema } from './lower';
import { matches } from './members';
import { flatten, idOf, readOnlyNames } from './nodes';
import { isObject } from './same';
import { listOf, memberOf, membersOf } from './sound';
import type { Validator } from './validator';

/** A member of a value with all schema objects that apply to it, choices made as the value makes them. */
export interface Location {
  path: (string | number)[];
  value: Json;
  nodes: SchemaObject[];
  /** Of nodes that apply only because the value meets a condition: which one. */
  conditions: Map<SchemaObject, Condition>;
}

/** Why a schema applies to a value: a side of an `if`, or the presence of a member (`dependentSchemas`). */
export type Condition = { keyword: 'then' | 'else' } | { keyword: 'dependentSchemas'; member: string };

/** A rule to leave out of a pinned schema: what is still broken then is another one. */
export interface Relaxed {
  node: SchemaObject;
  keywords: readonly string[];
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

/** Schemas that are looked at for one value: those that refer to the next one twice each would double without end. */
const mostVisits = 20_000;

/** Schemas that apply to one member: each of them is varied while all the others are kept. */
const mostNodes = 200;

/** Fixes the choices of a schema to those of a valid value. */
export function pin(
  registry: SchemaRegistry,
  validator: Validator,
  schema: Schema,
  base: Json,
  relaxed?: Relaxed,
): Pinned {
  const context = contextOf(registry, validator, validator.refer, relaxed);
  const pinned = pinSchema(context, schema, placeOf(base, []));
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
  pinSchema(context, schema, placeOf(base, []));
  return [...context.locations.values()];
}

function contextOf(
  registry: SchemaRegistry,
  validator: Validator,
  refer: Validator['refer'],
  relaxed?: Relaxed,
): Context {
  return {
    ...{ registry, validator, refer, relaxed },
    ...{ locations: new Map(), visits: 0, hasChoices: false, isCut: false },
  };
}

function placeOf(value: Json, path: Here['path'], under?: Condition): Here {
  return { value, path, seen: [], hidden: nothing, isCounted: false, under };
}

const nothing: ReadonlySet<string> = new Set();

interface Context {
  registry: SchemaRegistry;
  validator: Validator;
  refer: Validator['refer'];
  relaxed: Relaxed | undefined;
  locations: Map<string, Location>;
  visits: number;
  hasChoices: boolean;
  isCut: boolean;
}

interface Here {
  value: Json;
  path: (string | number)[];
  /** Schemas that apply to this same value on the way here: a reference to one of them says nothing new. */
  seen: readonly Schema[];
  hidden: ReadonlySet<string>;
  /** Whether a schema above at this same value counts what its parts looked at (`unevaluated…`). */
  isCounted: boolean;
  under: Condition | undefined;
}

function pinSchema(context: Context, schema: Schema, here: Here): LoweredSchema {
  const { registry, validator } = context;
  const lowered = validator.lower(schema);
  if (typeof schema === 'boolean' || typeof lowered === 'boolean') return lowered;
  if (context.visits++ >= mostVisits) {
    context.isCut = true;
    return lowered;
  }
  if (here.seen.includes(schema) || !register(context, schema, here)) return lowered;
  if (schema.oneOf || schema.anyOf || schema.if !== undefined) context.hasChoices = true;
  const own = readOnlyNames(registry, flatten(registry, [schema]).nodes);
  const hidden = own.size === 0 ? here.hidden : new Set([...here.hidden, ...own]);
  const isCounted =
    here.isCounted || schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined;
  const inner = { ...here, seen: [...here.seen, schema], hidden, isCounted };
  const { $ref, allOf: _all, oneOf: _one, anyOf: _any, if: _if, then: _then, else: _else, ...rest } = lowered;
  const result: LoweredObject = rest;
  const applied: Applied[] = [
    ...(typeof $ref === 'string' ? [{ schema: registry.get(idOf(schema.$ref ?? '')) ?? true }] : []),
    ...(listOf(schema.allOf) ?? []).map((part) => ({ schema: part })),
    ...chosen(context, schema, inner),
    ...dependents(schema, result, here.value),
  ];
  const parts = applied.map((other) =>
    pinSchema(context, other.schema, { ...inner, under: other.under ?? here.under }),
  );
  // A condition that holds has looked at members as well; it is no rule that a change could break.
  const isLookedAt = isCounted && schema.if !== undefined && validator.isValid(schema.if, here.value);
  if (isLookedAt) parts.push(validator.lower(schema.if ?? true));
  if (parts.length > 0) result.allOf = parts;
  if (rest.required && hidden.size > 0) result.required = rest.required.filter((name) => !hidden.has(name));
  pinMembers(context, schema, result, here);
  pinItems(context, schema, result, here);
  const { relaxed } = context;
  return relaxed?.node === schema ? relaxation(result, relaxed.keywords) : result;
}

/** A schema without rules; what describes members goes on to say that they are described. */
function relaxation(rules: LoweredObject, keywords: readonly string[]): LoweredObject {
  const isKept = ([keyword]: [string, unknown]) => !keywords.includes(keyword);
  const result: LoweredObject = Object.fromEntries(Object.entries(rules).filter(isKept));
  for (const keyword of ['additionalProperties', 'unevaluatedProperties'] as const) {
    if (keywords.includes(keyword)) result[keyword] = true;
  }
  if (rules.patternProperties && keywords.includes('patternProperties')) {
    const sources = Object.keys(rules.patternProperties);
    result.patternProperties = Object.fromEntries(sources.map((source) => [source, true]));
  }
  return result;
}

function register(context: Context, schema: SchemaObject, { path, value, under }: Here): boolean {
  const { locations } = context;
  const key = pointerOf(path);
  const known = locations.get(key);
  if (known) {
    if (known.nodes.includes(schema)) return true;
    if (known.nodes.length >= mostNodes) {
      context.isCut = true;
      return false;
    }
    known.nodes.push(schema);
    if (under) known.conditions.set(schema, under);
    return true;
  }
  if (locations.size >= mostLocations) {
    context.isCut = true;
    return false;
  }
  locations.set(key, { path, value, nodes: [schema], conditions: new Map(under ? [[schema, under]] : []) });
  return true;
}

interface Applied {
  schema: Schema;
  under?: Condition;
}

/**
 * The branches and sides that a value satisfies, the first of each; all that count towards what was looked at where a
 * schema asks for that (JSON Schema 2020-12 core, 11.2).
 */
function chosen({ validator, relaxed }: Context, schema: SchemaObject, here: Here): Applied[] {
  const { value, isCounted } = here;
  const isRelaxed = (keyword: string) => relaxed?.node === schema && relaxed.keywords.includes(keyword);
  const branches = (['oneOf', 'anyOf'] as const).flatMap((keyword): Applied[] => {
    const fitting = (isRelaxed(keyword) ? undefined : listOf(schema[keyword])) ?? [];
    const all = isCounted
      ? fitting.filter((option) => validator.isValid(option, value))
      : [fitting.find((option) => validator.isValid(option, value))];
    return all.flatMap((branch) => (branch === undefined ? [] : [{ schema: branch }]));
  });
  if (schema.if === undefined) return branches;
  const keyword: 'then' | 'else' = validator.isValid(schema.if, value) ? 'then' : 'else';
  const side = schema[keyword];
  return [...branches, ...(side === undefined ? [] : [{ schema: side, under: { keyword } }])];
}

/** What the members that are there ask for (`dependentSchemas`): it applies as if it stood in `allOf`. */
function dependents(schema: SchemaObject, result: LoweredObject, value: Json): Applied[] {
  const lowered = result.dependentSchemas;
  if (!isObject(value) || !lowered) return [];
  const present = membersOf(schema.dependentSchemas).filter(([member]) => Object.hasOwn(value, member));
  if (present.length === 0) return [];
  const names = new Set(present.map(([member]) => member));
  result.dependentSchemas = Object.fromEntries(
    Object.entries(lowered).filter(([member]) => !names.has(member)),
  );
  return present.map(([member, inner]): Applied => {
    return { schema: inner, under: { keyword: 'dependentSchemas', member } };
  });
}

function pinMembers(context: Context, schema: SchemaObject, result: LoweredObject, here: Here): void {
  const { value } = here;
  if (!isObject(value)) return;
  const lowered = { ...result.properties };
  for (const [name, member] of Object.entries(value)) {
    const place = placeOf(member, [...here.path, name], here.under);
    const matching = membersOf(schema.patternProperties).filter(([source]) =>
      matches(context.validator, source, name),
    );
    // Rules by pattern stay where they are for names that come later; here they only tell what applies.
    for (const [, inner] of matching) pinSchema(context, inner, place);
    const own = memberOf(schema.properties, name);
    const other = matching.length === 0 ? schema.additionalProperties : undefined;
    const inner = own ?? (typeof other === 'object' ? other : undefined);
    if (inner === undefined) continue;
    Object.defineProperty(lowered, name, {
      value: context.refer(pinSchema(context, inner, place)),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  if (Object.keys(lowered).length > 0) result.properties = lowered;
}

function pinItems(context: Context, schema: SchemaObject, result: LoweredObject, here: Here): void {
  const { value } = here;
  if (!Array.isArray(value)) return;
  const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  const known = result.prefixItems ?? [];
  if (prefix.length === 0 && schema.items === undefined) return;
  const pinned = value.map((item, index) => {
    const own = prefix[index] ?? schema.items ?? true;
    return context.refer(pinSchema(context, own, placeOf(item, [...here.path, index], here.under)));
  });
  // `items: false` after the prefix must go on to count from where the prefix ends.
  const isClosed = schema.items === false && pinned.length > prefix.length;
  if (pinned.length > 0 && !isClosed) result.prefixItems = [...pinned, ...known.slice(pinned.length)];
}
