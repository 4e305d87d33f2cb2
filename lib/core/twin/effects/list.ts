import { listIn, successSchema } from '../../generator/plan/item-view';
import { propertiesOf, typesOf } from '../../generator/plan/schema-members';
import type { Json, JsonObject } from '../../json';
import type { Schema } from '../../openapi/model';
import { keysOf, type Call } from '../call';
import type { Result } from '../exchange';
import type { Kind } from '../knowledge';
import { collectionOf } from '../places';
import { successStatus } from '../policy';
import type { World } from '../world';

import { matches } from './list-filters';
import { inOrder } from './list-order';
import { pageOf, type Listed } from './list-pages';
import { itemInList, maySee } from './view';

const counts = /^(total|total_?(count|items|results|elements|records)?|count_?total|full_?count)$/i;

/** Lists things: those that the filters leave, newest first unless the client asks for another order, one page of them. */
export function list(world: World, call: Call, kind: Kind): Result {
  const { operation } = call;
  const view = listIn(successSchema(operation), world.model.schemas);
  const { entries } = collectionOf(world, kind, keysOf(world, call));
  const path = view?.path ?? [];
  const all: Listed[] = [...entries.values()]
    .filter((entry) => maySee(call, kind, entry))
    .map((entry) => ({ entry, item: itemInList(world, operation, path.map(String), kind, entry) }))
    .filter(({ item }) => matches(call, item));
  const page = pageOf(world, call, inOrder(call, all));
  if ('refusal' in page) return page;
  const items = page.shown.map(({ item }) => item);
  const status = successStatus(operation, [200]);
  const headers: Record<string, string> = { 'x-total-count': String(all.length), ...page.headers };
  if (path.length === 0) return { status, content: items, headers };
  const described = propertiesOf(successSchema(operation), world.model.schemas);
  const members = Object.entries(page.members).filter(([name]) => described.has(name));
  const content = { ...envelope(world, call, all.length, items.length), ...Object.fromEntries(members) };
  return { status, content: withMember(content, path.map(String), items), headers };
}

/** What the answer says of the list besides its items: how many there are, and what was asked for. */
function envelope(world: World, call: Call, total: number, shown: number): JsonObject {
  const { schemas } = world.model;
  const members: JsonObject = {};
  for (const [name, schema] of propertiesOf(successSchema(call.operation), schemas)) {
    const types = typesOf(schema, schemas);
    if (!types.includes('integer') && !types.includes('number')) continue;
    const parameter = call.operation.parameters.find(
      (each) => each.name.toLowerCase() === name.toLowerCase(),
    );
    const given = parameter && (call.parameters.get(parameter) ?? defaultOf(parameter.schema));
    if (counts.test(name)) members[name] = total;
    else if (/^(count|size|page_?size|per_?page|limit)$/i.test(name))
      members[name] = typeof given === 'number' ? given : shown;
    else if (typeof given === 'number') members[name] = given;
    else if (/^(offset|skip)$/i.test(name)) members[name] = 0;
    else if (/^(page|page_?number)$/i.test(name)) members[name] = 1;
  }
  return members;
}

function defaultOf(schema: Schema): Json | undefined {
  return typeof schema === 'object' ? schema.default : undefined;
}

/** A copy with a member at a path. */
export function withMember(value: JsonObject, path: readonly string[], member: Json): JsonObject {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const own = value[step];
  const inner = typeof own === 'object' && own !== null && !Array.isArray(own) ? own : {};
  return { ...value, [step]: rest.length === 0 ? member : withMember(inner, rest, member) };
}
