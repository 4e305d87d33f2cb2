import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../../core/json';
import { isObject } from '../service/document';
import { answer, noContent, problem, type Reply } from '../service/reply';

import { listOf, newestFirst, pick, without, type Call, type Handler } from './call';
import type { FaultId } from './faults';
import type { Owned } from './store';

const writable = ['name', 'description', 'visibility', 'goal', 'colour', 'entries', 'invitationCode'];
const defaults: JsonObject = { description: null, visibility: 'private', goal: 12, entries: [] };

const listReadingLists: Handler = (call) => {
  const { caller, parameters, store, faults } = call;
  const { visibility } = parameters;
  const isAsked = ({ record }: Owned) =>
    visibility === undefined ||
    faults.has('visibility-filter-ignored') ||
    record['visibility'] === visibility;
  const own = newestFirst(store.readingLists)
    .filter(({ owner }) => owner === caller.name || faults.has('lists-of-everyone'))
    .filter(isAsked);
  const listed = faults.has('lists-without-new') ? own.slice(1) : own;
  const limit = Number(parameters['limit'] ?? 50);
  const page = faults.has('page-number-ignored') ? 1 : Number(parameters['page'] ?? 1);
  const lists = listed.slice((page - 1) * limit, page * limit).map((one) => shown(one, call));
  return answer(200, { lists, total: listed.length });
};

const createReadingList: Handler = (call) => {
  const { body, caller, store, faults } = call;
  const refusal = refuseEntries(call);
  if (refusal) return refusal;
  if (faults.has('emoji-answers-500') && /\p{Emoji_Presentation}/u.test(String(body['name'])))
    return problem(500, 'incorrect string value');
  const id = randomUUID();
  const record = {
    id,
    owner: caller.name,
    ...defaults,
    ...pick(body, writable),
    createdAt: new Date().toISOString(),
  };
  const list = { owner: caller.name, record };
  store.readingLists.set(id, list);
  return answer(
    201,
    shown(list, call),
    faults.has('list-location-missing') ? {} : { location: `/reading-lists/${id}` },
  );
};

const getReadingList: Handler = (call) => {
  const found = listNamed(call, 'other-may-read-list');
  return 'refusal' in found ? found.refusal : answer(200, shown(found.list, call));
};

const replaceReadingList: Handler = (call) => {
  const found = listNamed(call, 'other-may-replace-list');
  if ('refusal' in found) return found.refusal;
  const refusal = refuseEntries(call);
  if (refusal) return refusal;
  const { body, store, faults } = call;
  const { id, list } = found;
  const kept = faults.has('list-put-partial') ? list.record : pick(list.record, ['id', 'owner', 'createdAt']);
  const changed = { ...list, record: { ...defaults, ...kept, ...pick(body, writable) } };
  if (!faults.has('list-replacement-lost')) store.readingLists.set(id, changed);
  return answer(200, shown(changed, call));
};

const deleteReadingList: Handler = (call) => {
  const { store, faults } = call;
  const found = listNamed(call, 'other-may-delete-list');
  if ('refusal' in found) {
    const wasThere = found.refusal.status === 404 && faults.has('delete-list-twice-answers-500');
    return wasThere ? problem(500, 'list is undefined') : found.refusal;
  }
  if (!faults.has('list-delete-without-effect')) store.readingLists.delete(found.id);
  return noContent();
};

/** The list that the path names, for its owner; or why it is not shown. */
function listNamed(
  { parameters, caller, store, faults }: Call,
  leak: FaultId,
): { id: string; list: Owned } | { refusal: Reply } {
  const id = String(parameters['listId']).toLowerCase();
  const list = store.readingLists.get(id);
  if (list === undefined) return { refusal: problem(404, 'No such list') };
  return list.owner === caller.name || faults.has(leak)
    ? { id, list }
    : { refusal: problem(403, 'The list belongs to another member') };
}

/** Entries must name items of the catalogue. */
function refuseEntries({ body, store }: Call): Reply | undefined {
  const unknown = listOf(body['entries']).find(
    (entry) => isObject(entry) && !store.items.has(String(entry['itemId']).toLowerCase()),
  );
  return unknown === undefined ? undefined : problem(422, 'itemId names no item');
}

function shown({ record }: Owned, { faults }: Call): JsonObject {
  const visible = without(record, 'invitationCode');
  return faults.has('visibility-out-of-enum')
    ? { ...visible, visibility: String(visible['visibility']).toUpperCase() }
    : visible;
}

export const readingListHandlers: Record<string, Handler> = {
  listReadingLists,
  createReadingList,
  getReadingList,
  replaceReadingList,
  deleteReadingList,
};
