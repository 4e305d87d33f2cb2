import { randomBytes } from 'node:crypto';

import type { JsonObject } from '../../core/json';
import { isObject } from '../service/document';
import { answer, problem } from '../service/reply';

import { listOf, newestFirst, without, type Call, type Handler } from './call';
import type { Cursor, StoredItem } from './store';

/** `GET /items`: filters, order and pages as the document has them. */
export const searchItems: Handler = (call) => {
  const { parameters, store, faults } = call;
  const after =
    parameters['cursor'] === undefined ? undefined : store.cursors.get(String(parameters['cursor']));
  if (parameters['cursor'] !== undefined && after === undefined)
    return problem(400, 'cursor is none of ours');
  const sort = String(parameters['sort'] ?? after?.sort ?? '');
  if (after !== undefined && after.sort !== sort) return problem(400, 'cursor belongs to another order');
  const all = newestFirst(store.items).filter(({ record }) => matches(record, call));
  const listed = faults.has('items-without-new') ? all.slice(1) : all;
  const ordered = faults.has('item-sort-ignored') ? listed : listed.toSorted(by(sort));
  const isAfter = (item: StoredItem) => after === undefined || compare(cursorOf(item, sort), after) > 0;
  const rest = faults.has('cursor-ignored') ? ordered : ordered.filter(isAfter);
  const limit = Number(parameters['limit'] ?? 20);
  const page = faults.has('item-limit-ignored') ? rest : rest.slice(0, limit);
  const last = faults.has('cursor-skips-item') ? rest[page.length] : page.at(-1);
  const next = rest.length > page.length || faults.has('cursor-never-ends') ? keep(call, last, sort) : null;
  const body: JsonObject = { items: page.map(({ record }) => without(record, 'vendorSecret')), next };
  if (faults.has('page-without-next')) delete body['next'];
  const count = faults.has('count-header-not-a-number') ? 'many' : String(listed.length);
  return answer(200, body, {
    ...(faults.has('count-header-missing') ? {} : { 'x-total-count': count }),
    ...(next === null ? {} : { link: `</items?${queryWith(parameters, next)}>; rel="next"` }),
  });
};

function matches(record: JsonObject, { parameters, faults }: Call): boolean {
  const { filter, tags, languages } = parameters;
  const own = listOf(record['tags']);
  return (
    (!isObject(filter) || faults.has('item-filter-ignored') || fits(record, filter)) &&
    (tags === undefined || listOf(tags).some((tag) => own.includes(tag))) &&
    (languages === undefined || listOf(languages).includes(record['language'] ?? null))
  );
}

function fits(record: JsonObject, { kind, language, maxLoanDays, hasNote }: JsonObject): boolean {
  return (
    (kind === undefined || record['kind'] === kind) &&
    (language === undefined || record['language'] === language) &&
    (maxLoanDays === undefined || Number(record['loanDays']) <= Number(maxLoanDays)) &&
    (hasNote === undefined || (record['note'] !== null) === hasNote)
  );
}

function by(sort: string) {
  return (a: StoredItem, b: StoredItem) => compare(cursorOf(a, sort), cursorOf(b, sort));
}

/** By the sort key, text by code point; the newer one first among equals. */
function compare(a: Cursor, b: Cursor): number {
  const turn = a.sort.startsWith('-') ? -1 : 1;
  const order =
    typeof a.key === 'number' && typeof b.key === 'number'
      ? a.key - b.key
      : Buffer.compare(Buffer.from(String(a.key)), Buffer.from(String(b.key)));
  return order === 0 ? b.sequence - a.sequence : turn * order;
}

function cursorOf({ record, sequence }: StoredItem, sort: string): Cursor {
  const value = record[sort.replace(/^-/, '')];
  return { sort, key: typeof value === 'number' ? value : String(value ?? ''), sequence };
}

/** A name for the place behind an item, under which the next page is asked for. */
function keep({ store, parameters }: Call, last: StoredItem | undefined, sort: string): string {
  if (last === undefined) return String(parameters['cursor'] ?? 'first');
  const name = randomBytes(9).toString('base64url');
  store.cursors.set(name, cursorOf(last, sort));
  return name;
}

function queryWith(parameters: Call['parameters'], cursor: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (isObject(value))
      for (const [key, one] of Object.entries(value)) query.set(`${name}[${key}]`, String(one));
    else if (Array.isArray(value)) query.set(name, value.join(name === 'tags' ? '|' : ' '));
    else query.set(name, String(value));
  }
  query.set('cursor', cursor);
  return query.toString();
}
