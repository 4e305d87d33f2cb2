import { itemIn, successSchema } from '../../generator/plan/item-view';
import { applying, hasFlag, propertiesOf, requiredOf, typesOf } from '../../generator/plan/schema-members';
import type { Json, JsonObject } from '../../json';
import type { Operation, Schema } from '../../openapi/model';
import { schemaAt, type Kind } from '../knowledge';
import type { World } from '../world';

const renewed = /updat|modif|chang/i;
const people = /owner|author|creator|created_?by|user(name)?$/i;
/** Words for work that is not done yet, as generated tests know them. */
const pending =
  /^(accepted|created|in_?progress|new|not_?started|pending|processing|queued|running|scheduled|started|waiting)$/i;
const done = /^(done|completed?|finished|succeeded|success|ready|active|available)$/i;

/** The members of a thing that only the server sets, for a new thing. */
export function serverSet(
  world: World,
  kind: Kind,
  operation: Operation,
  known: JsonObject,
  { owner, key }: { owner: string | undefined; key: string },
): JsonObject {
  const set: JsonObject = {};
  for (const [name, schema] of shownMembers(world, kind, operation)) {
    const { isRequired, isReadOnly } = roleOf(world, kind, operation, name, schema);
    const isOpen = !Object.hasOwn(known, name) && (isReadOnly || isRequired);
    if (!isOpen) continue;
    const value = valueFor(world, { name, schema, isRequired, owner, key });
    if (value !== undefined) set[name] = value;
  }
  return set;
}

/** Times of the last change, anew. */
export function touched(world: World, kind: Kind, operation: Operation, record: JsonObject): JsonObject {
  const members = shownMembers(world, kind, operation);
  const times = [...members].flatMap(([name, schema]): [string, Json][] => {
    const { isReadOnly } = roleOf(world, kind, operation, name, schema);
    const value = renewed.test(name) && isReadOnly ? timeFor(world, schema) : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  return { ...record, ...Object.fromEntries(times) };
}

/** The record of work that is under way, one step further: done after a few looks at it. */
export function advanced(world: World, kind: Kind, operation: Operation, record: JsonObject): JsonObject {
  for (const [name, schema] of shownMembers(world, kind, operation)) {
    const values = valuesOf(world, schema);
    const now = record[name];
    if (!/^(status|state)$/i.test(name) || typeof now !== 'string' || !pending.test(now)) continue;
    const end = values.find((value) => typeof value === 'string' && done.test(value));
    if (end !== undefined) return { ...record, [name]: end };
  }
  return record;
}

/** The members that answers show of a thing. */
export function shownMembers(world: World, kind: Kind, operation: Operation): ReadonlyMap<string, Schema> {
  const { schemas } = world.model;
  const shown = kind.read ?? operation;
  const view = itemIn(successSchema(shown), kind.idName ?? 'id', kind.noun, schemas);
  const own = schemaAt(successSchema(operation), world.knowledge.viewOf(operation, kind).path, schemas);
  return new Map([...propertiesOf(own, schemas), ...(view?.properties ?? [])]);
}

function roleOf(world: World, kind: Kind, operation: Operation, name: string, schema: Schema) {
  const { schemas } = world.model;
  const own = schemaAt(successSchema(operation), world.knowledge.viewOf(operation, kind).path, schemas);
  return {
    isReadOnly: hasFlag(schema, 'readOnly', schemas),
    isRequired: requiredOf(own, schemas).has(name),
  };
}

interface Wanted {
  name: string;
  schema: Schema;
  isRequired: boolean;
  owner: string | undefined;
  key: string;
}

function valueFor(world: World, { name, schema, isRequired, owner, key }: Wanted): Json | undefined {
  const isValid = (value: Json) => world.answers.validator.isValid(world.answers.registry.of(schema), value);
  const types = typesOf(schema, world.model.schemas);
  if (!isRequired && types.includes('null')) return null;
  const time = timeFor(world, schema);
  if (time !== undefined) return time;
  if (people.test(name) && owner !== undefined && types.includes('string') && isValid(owner)) return owner;
  const waiting = valuesOf(world, schema).find((value) => typeof value === 'string' && pending.test(value));
  if (waiting !== undefined && /^(status|state)$/i.test(name)) return waiting;
  return world.answers.made(schema, { name, key });
}

/** The time of now, where a member holds one. */
function timeFor(world: World, schema: Schema): Json | undefined {
  const format = applying(schema, world.model.schemas).find((part) => part.format !== undefined)?.format;
  const now = new Date(world.now()).toISOString();
  const text = format === 'date-time' ? now : format === 'date' ? now.slice(0, 10) : undefined;
  const isValid =
    text !== undefined && world.answers.validator.isValid(world.answers.registry.of(schema), text);
  return isValid ? text : undefined;
}

function valuesOf(world: World, schema: Schema): Json[] {
  return applying(schema, world.model.schemas).find((part) => part.enum !== undefined)?.enum ?? [];
}
