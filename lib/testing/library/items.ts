import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../../core/json';
import { answer, noContent, problem, type Reply } from '../service/reply';

import { pick, without, type Call, type Handler } from './call';
import { searchItems } from './item-search';
import { etagHeader, isKnown, refuseOtherState } from './preconditions';
import type { StoredItem } from './store';

const writable = [
  ...['kind', 'title', 'barcode', 'subjectId', 'language', 'loanDays', 'tags', 'identifiers', 'note'],
  ...['replacementCost', 'vendorSecret', 'pages', 'shelf', 'contributors', 'series', 'volume'],
  ...['medium', 'seconds', 'rpm', 'scale', 'bounds', 'sheet'],
];
const defaults: JsonObject = {
  language: 'en',
  loanDays: 28,
  tags: [],
  identifiers: {},
  note: null,
  replacementCost: 0,
};

/** The item that the path names, or why there is none. */
export function itemOf({ parameters, store }: Call): { id: string; item: StoredItem } | { refusal: Reply } {
  const id = String(parameters['itemId']).toLowerCase();
  const item = store.items.get(id);
  if (item !== undefined) return { id, item };
  return {
    refusal: store.removedItems.has(id) ? problem(410, 'The item was removed') : problem(404, 'No such item'),
  };
}

/** An item as clients see it. */
export function shown({ record }: StoredItem, { faults }: Call): JsonObject {
  const visible = faults.has('secret-shown') ? record : without(record, 'vendorSecret');
  return faults.has('item-undeclared-property') ? { ...visible, rowVersion: 1 } : visible;
}

const createItem: Handler = (call) => {
  const { body, store, faults } = call;
  const refusal = refuseContent(call);
  if (refusal) return refusal;
  const id = randomUUID();
  const now = new Date().toISOString();
  const record: JsonObject = { id, ...defaults, ...pick(body, writable), createdAt: now, updatedAt: now };
  if (faults.has('item-note-lost')) record['note'] = null;
  if (faults.has('item-read-only-stored')) Object.assign(record, pick(body, ['createdAt', 'updatedAt']));
  const item = { sequence: store.nextNumber(), version: 1, record };
  store.items.set(id, item);
  return answer(201, shown(item, call), { location: `/items/${id}`, ...etagHeader(item, call) });
};

const getItem: Handler = (call) => {
  const found = itemOf(call);
  if ('refusal' in found) return found.refusal;
  const { item } = found;
  if (isKnown(item, call) && !call.faults.has('if-none-match-ignored'))
    return { status: 304, headers: etagHeader(item, call), mediaType: '' };
  return answer(200, shown(item, call), etagHeader(item, call));
};

const replaceItem: Handler = (call) => {
  const found = itemOf(call);
  if ('refusal' in found) return found.refusal;
  const { id, item } = found;
  const refusal = refuseOtherState(item, call) ?? refuseContent(call, id);
  if (refusal) return refusal;
  const { body, faults } = call;
  const kept = faults.has('item-put-partial')
    ? pick(item.record, [...Object.keys(defaults), 'id', 'createdAt'])
    : pick(item.record, ['id', 'createdAt']);
  const record: JsonObject = {
    ...defaults,
    ...kept,
    ...pick(body, writable),
    updatedAt: new Date().toISOString(),
  };
  const text = JSON.stringify(body);
  if (faults.has('item-put-not-idempotent') && item.replacedBy === text)
    record['replacementCost'] = Number(record['replacementCost']) + 1;
  return change(call, id, { ...item, record, replacedBy: text }, !faults.has('item-replacement-lost'));
};

const updateItem: Handler = (call) => {
  const found = itemOf(call);
  if ('refusal' in found) return found.refusal;
  const { id, item } = found;
  const refusal = refuseOtherState(item, call);
  if (refusal) return refusal;
  const { body, faults } = call;
  const changes = pick(body, writable);
  if (faults.has('item-patch-null-ignored') && changes['note'] === null) delete changes['note'];
  const rest = faults.has('item-patch-resets') ? { ...item.record, ...defaults } : item.record;
  const record = { ...rest, ...changes, updatedAt: new Date().toISOString() };
  return change(call, id, { ...item, record }, !faults.has('item-patch-lost'));
};

function change(call: Call, id: string, item: StoredItem, isStored: boolean): Reply {
  const changed = { ...item, version: item.version + 1 };
  if (isStored) call.store.items.set(id, changed);
  return answer(200, shown(changed, call), etagHeader(changed, call));
}

const deleteItem: Handler = (call) => {
  const found = itemOf(call);
  if ('refusal' in found) return found.refusal;
  const { store, faults } = call;
  if (faults.has('item-delete-without-effect')) return noContent();
  store.items.delete(found.id);
  store.removedItems.add(found.id);
  store.covers.delete(found.id);
  for (const [id, { itemId }] of store.comments) if (itemId === found.id) store.comments.delete(id);
  return noContent();
};

/** What no schema can say: the barcode is free, the subject exists. */
function refuseContent({ body, store, faults }: Call, own?: string): Reply | undefined {
  for (const [id, { record }] of store.items) {
    if (id === own || record['barcode'] !== body['barcode']) continue;
    const status = faults.has('duplicate-barcode-answers-500') ? 500 : 409;
    return problem(status, `barcode ${String(body['barcode'])} is taken`);
  }
  return store.subjects.has(Number(body['subjectId']))
    ? undefined
    : problem(422, 'subjectId names no subject');
}

export const itemHandlers: Record<string, Handler> = {
  listItems: searchItems,
  createItem,
  getItem,
  replaceItem,
  updateItem,
  deleteItem,
};
