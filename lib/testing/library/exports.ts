import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../../core/json';
import { answer, problem } from '../service/reply';

import type { Handler } from './call';

const startExport: Handler = ({ body, caller, store, faults }) => {
  const id = randomUUID();
  const record: JsonObject = { id, format: body['format'] ?? 'csv', state: 'queued' };
  store.exports.set(id, { owner: caller.name, asked: 0, record });
  return answer(faults.has('export-answers-200') ? 200 : 202, record, {
    location: `/exports/${id}`,
    ...(faults.has('retry-after-missing') ? {} : { 'retry-after': '0' }),
  });
};

/** Each look at it finds an export one step further. */
const getExport: Handler = ({ parameters, caller, store, faults }) => {
  const id = String(parameters['exportId']).toLowerCase();
  const found = store.exports.get(id);
  if (found === undefined || found.owner !== caller.name) return problem(404, 'No such export');
  const asked = found.asked + 1;
  store.exports.set(id, { ...found, asked });
  if (asked < 3 || faults.has('export-never-done'))
    return answer(200, { ...found.record, state: asked < 2 ? 'queued' : 'running' });
  return answer(200, { ...found.record, state: 'done', rows: store.items.size });
};

export const exportHandlers: Record<string, Handler> = { startExport, getExport };
