import type { Json, JsonObject } from '../../core/json';
import { isObject } from '../service/document';
import { answer, problem } from '../service/reply';

import { listOf, newestFirst, pick, type Handler } from './call';
import { itemOf } from './items';

const writable = ['text', 'rating', 'author', 'edition', 'page', 'spoiler', 'warning'];

const listComments: Handler = (call) => {
  const found = itemOf(call);
  if ('refusal' in found) return found.refusal;
  const { parameters, store, faults } = call;
  const all = newestFirst(store.comments)
    .filter(({ itemId }) => itemId === found.id || faults.has('comments-of-all-items'))
    .map(({ record }) => record);
  const offset = Number(parameters['offset'] ?? 0);
  const limit = faults.has('comment-limit-ignored') ? all.length : Number(parameters['limit'] ?? 50);
  const total = faults.has('comment-total-as-text') ? String(all.length) : all.length;
  return answer(200, { comments: all.slice(offset, offset + limit), total });
};

const createComment: Handler = (call) => {
  const found = itemOf(call);
  if ('refusal' in found) return found.refusal;
  const { body, store, faults } = call;
  const text = String(body['text'] ?? '');
  if (faults.has('nul-answers-500') && text.includes('\0')) return problem(500, 'invalid byte sequence');
  const id = store.nextNumber();
  const record: JsonObject = {
    id,
    spoiler: false,
    ...pick(body, writable),
    replies: complete(body['replies']),
    createdAt: new Date().toISOString(),
  };
  store.comments.set(id, { itemId: found.id, record });
  return answer(201, record);
};

/** Replies with their defaults. */
function complete(replies: Json | undefined): Json[] {
  return listOf(replies).map((one) => (isObject(one) ? { ...one, replies: complete(one['replies']) } : one));
}

export const commentHandlers: Record<string, Handler> = { listComments, createComment };
