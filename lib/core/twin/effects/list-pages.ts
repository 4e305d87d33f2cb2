import { listIn, successSchema } from '../../generator/plan/item-view';
import { nextPage } from '../../generator/rules/list-all-pages';
import { isPageNumber, pagingOf } from '../../generator/rules/list-scene';
import { largestPage } from '../../generator/rules/page-size';
import type { Json, JsonObject } from '../../json';
import type { Parameter } from '../../openapi/model';
import type { Call } from '../call';
import type { Refusal } from '../exchange';
import { schemaAt } from '../knowledge';
import { uuidOf } from '../made-ids';
import { wrongParameterStatus } from '../policy';
import type { Entry } from '../store';
import type { World } from '../world';

import { compared, orderOf, sortKey } from './list-order';

export interface Listed {
  entry: Entry;
  item: Json;
}

export interface Page {
  shown: readonly Listed[];
  /** Members of the answer that lead on. */
  members: JsonObject;
  headers: Record<string, string>;
}

const usualSize = 20;

/** The page of a list that the client asks for, and how the next one is asked for. */
export function pageOf(world: World, call: Call, all: readonly Listed[]): Page | { refusal: Refusal } {
  const { operation, parameters } = call;
  const paging = pagingOf({ operation, context: { values: world.validator } });
  const { size, position } = paging;
  const next = nextPage(operation, world.model.schemas);
  const limit = Math.min(sizeOf(world, call, size), mostItems(world, call));
  const cursor = next?.cursor;
  const given = cursor && parameters.get(cursor);
  let rest = all;
  let start = 0;
  if (given !== undefined) {
    const after = behind(world, call, all, String(given));
    if (after === undefined) {
      const status = wrongParameterStatus(operation, false);
      return { refusal: { status, detail: `${cursor?.name ?? 'cursor'} is none that an answer gave.` } };
    }
    rest = after;
  } else if (position) {
    const at = Number(parameters.get(position) ?? defaultOf(position) ?? (isPageNumber(position) ? 1 : 0));
    start = isPageNumber(position) ? Math.max(0, at - firstPage(world, position)) * limit : at;
    rest = all.slice(start);
  }
  const shown = rest.slice(0, limit);
  const hasMore = rest.length > shown.length;
  return { shown, ...leading(world, call, { next, position, hasMore, shown, start: start + limit, limit }) };
}

interface Lead {
  next: ReturnType<typeof nextPage>;
  position: Parameter | undefined;
  hasMore: boolean;
  shown: readonly Listed[];
  start: number;
  limit: number;
}

function leading(world: World, call: Call, lead: Lead): Pick<Page, 'members' | 'headers'> {
  const { next, position, hasMore, shown, start, limit } = lead;
  const members: JsonObject = hasMore
    ? { has_more: true, hasMore: true }
    : { has_more: false, hasMore: false };
  if (!next) return { members, headers: {} };
  const last = shown.at(-1);
  const cursor = hasMore && last && next.cursor ? kept(world, call, next.cursor, last) : undefined;
  let url: string | undefined;
  if (cursor !== undefined && next.cursor) url = urlWith(call, next.cursor.name, cursor);
  else if (hasMore && position) {
    const at = isPageNumber(position) ? start / limit + firstPage(world, position) : start;
    url = urlWith(call, position.name, String(at));
  }
  const headers: Record<string, string> = url === undefined ? {} : { link: `<${url}>; rel="next"` };
  if (!next.at) return { members, headers };
  const value = next.cursor ? (cursor ?? null) : (url ?? null);
  return { members: { ...members, ...nested(world, call, next.at, value) }, headers };
}

/** The member that leads on; without a next page it is null, empty, or not there: what the schema allows. */
function nested(world: World, call: Call, path: readonly string[], value: Json): JsonObject {
  const schema = schemaAt(successSchema(call.operation), path, world.model.schemas) ?? true;
  const options: Json[] = [value, ...(value === null ? [''] : [])];
  const fitting = options.find((each) =>
    world.answers.validator.isValid(world.answers.registry.of(schema), each),
  );
  if (fitting === undefined) return {};
  const inner = path.toReversed().reduce<Json>((member, step) => ({ [step]: member }), fitting);
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
}

function sizeOf(world: World, { parameters }: Call, size: Parameter | undefined): number {
  if (!size) return Number.POSITIVE_INFINITY;
  const most = largestPage(size, world.model.schemas) ?? Number.POSITIVE_INFINITY;
  return Math.max(0, Number(parameters.get(size) ?? defaultOf(size) ?? Math.min(usualSize, most)));
}

function mostItems(world: World, { operation }: Call): number {
  const { schemas } = world.model;
  const path = listIn(successSchema(operation), schemas)?.path ?? [];
  const list = schemas.resolve(schemaAt(successSchema(operation), path.map(String), schemas) ?? true);
  return typeof list === 'object' ? (list.maxItems ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

function defaultOf({ schema }: Parameter): Json | undefined {
  return typeof schema === 'object' ? schema.default : undefined;
}

/** Pages are counted from 0 where the document allows it and begins there. */
function firstPage(world: World, position: Parameter): number {
  const usual = defaultOf(position);
  if (usual === 0) return 0;
  return usual === undefined && world.validator.isValid(position.schema, 0) && hasMinimumOfZero(position)
    ? 0
    : 1;
}

function hasMinimumOfZero({ schema }: Parameter): boolean {
  return typeof schema === 'object' && schema.minimum === 0;
}

/** A name for the place behind a thing, under which the next page is asked for. */
function kept(world: World, call: Call, cursor: Parameter, last: Listed): string | undefined {
  const order = orderOf(call);
  const number = world.store.next();
  const names = [
    uuidOf(`cursor ${String(number)}`)
      .replaceAll('-', '')
      .slice(0, 16),
    `c${String(number)}`,
    String(number),
  ];
  const name =
    names.find((each) => world.validator.isValid(cursor.schema, each)) ??
    String(world.answers.made(cursor.schema, { name: cursor.name, key: `cursor ${String(number)}` }) ?? '');
  if (name === '') return undefined;
  world.store.cursors.set(name, {
    sequence: last.entry.sequence,
    key: sortKey(order, last),
    sort: JSON.stringify(order ?? null),
  });
  return name;
}

/** What follows the place that a cursor names; the cursor of another order names none. */
function behind(world: World, call: Call, all: readonly Listed[], name: string): Listed[] | undefined {
  const cursor = world.store.cursors.get(name);
  if (!cursor) return undefined;
  const order = orderOf(call);
  if (cursor.sort !== JSON.stringify(order ?? null)) return undefined;
  return all.filter((each) => {
    const between = order ? compared(sortKey(order, each), cursor.key) : 0;
    const turned = order?.isDescending ? -between : between;
    return turned > 0 || (turned === 0 && each.entry.sequence < cursor.sequence);
  });
}

/** The path and query of this request with another value of one parameter. */
function urlWith({ path, query }: Call, name: string, value: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '' && decodedName(pair) !== name);
  return `${path}?${[...pairs, `${encodeURIComponent(name)}=${encodeURIComponent(value)}`].join('&')}`;
}

function decodedName(pair: string): string {
  const [name = ''] = pair.split('=');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
