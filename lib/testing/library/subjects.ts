import type { Json, JsonObject } from '../../core/json';
import { isObject } from '../service/document';
import { answer, noContent, problem } from '../service/reply';

import { listOf, newestFirst, pick, type Call, type Handler } from './call';

const listSubjects: Handler = ({ parameters, store, faults }) => {
  const depth = Number(parameters['depth'] ?? 6);
  const shown = newestFirst(store.subjects).map((subject) => cut(subject, depth));
  const language = String(parameters['lang'] ?? 'en');
  return answer(
    200,
    faults.has('subjects-without-new') ? shown.slice(1) : shown,
    faults.has('content-language-missing') ? {} : { 'content-language': language },
  );
};

function cut(subject: JsonObject, depth: number): JsonObject {
  if (subject['children'] === undefined) return subject;
  const children = depth === 0 ? [] : listOf(subject['children']);
  return { ...subject, children: children.map((child) => (isObject(child) ? cut(child, depth - 1) : child)) };
}

const createSubject: Handler = ({ body, store, faults }) => {
  const isTaken = [...store.subjects.values()].some((other) => other['code'] === body['code']);
  if (isTaken && !faults.has('duplicate-code-accepted'))
    return problem(409, `code ${String(body['code'])} is taken`);
  const id = store.nextNumber();
  const subject = {
    id,
    labels: {},
    ...pick(body, ['name', 'code', 'labels']),
    children: faults.has('subject-children-lost') ? [] : complete(body['children']),
    createdAt: new Date().toISOString(),
  };
  store.subjects.set(id, subject);
  const location = `/subjects/${String(faults.has('subject-location-wrong') ? id + 1_000_000 : id)}`;
  return answer(faults.has('create-subject-answers-200') ? 200 : 201, shown(subject, faults), { location });
};

/** Branches with their defaults. */
function complete(branches: Json | undefined): Json[] {
  return listOf(branches).map((one) =>
    isObject(one) ? { ...one, children: complete(one['children']) } : one,
  );
}

const getSubject: Handler = ({ parameters, store, faults }) => {
  const subject = store.subjects.get(Number(parameters['subjectId']));
  if (subject !== undefined) return answer(200, shown(subject, faults));
  return faults.has('unknown-subject-answers-500')
    ? problem(500, 'subject is undefined')
    : problem(404, 'No such subject');
};

/** A subject as clients see it; the fault spoils a name below the first level. */
function shown(subject: JsonObject, faults: Call['faults']): JsonObject {
  if (!faults.has('branch-name-of-wrong-type')) return subject;
  return {
    ...subject,
    children: listOf(subject['children']).map((child) => (isObject(child) ? { ...child, name: 7 } : child)),
  };
}

const deleteSubject: Handler = ({ parameters, store, faults }) => {
  const id = Number(parameters['subjectId']);
  if (!store.subjects.has(id)) return problem(404, 'No such subject');
  const isUsed = [...store.items.values()].some(({ record }) => record['subjectId'] === id);
  if (isUsed) return problem(409, 'The subject still has items');
  if (!faults.has('subject-delete-without-effect')) store.subjects.delete(id);
  return noContent();
};

export const subjectHandlers: Record<string, Handler> = {
  listSubjects,
  createSubject,
  getSubject,
  deleteSubject,
};
