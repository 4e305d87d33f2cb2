import { randomUUID } from 'node:crypto';

import { answer, type Reply } from '../service/reply';

import { listOf, type Handler } from './call';

const started = Date.now();

const getStatus: Handler = ({ faults }) =>
  answer(
    200,
    {
      service: faults.has('status-const-wrong') ? 'riverside' : 'riverside-library',
      version: '2.4.0',
      uptimeSeconds: (Date.now() - started) / 1000,
    },
    { 'x-request-id': faults.has('request-id-malformed') ? 'request-17' : randomUUID() },
  );

const getOpeningHours: Handler = ({ parameters, faults }): Reply => {
  const lines = listOf(parameters['weekdays']).map((day) => `${String(day)} 10:00-18:00`);
  if (faults.has('hours-as-json')) return answer(200, lines);
  return { status: 200, headers: {}, body: lines.join('\n'), mediaType: 'text/plain; charset=utf-8' };
};

export const serviceHandlers: Record<string, Handler> = { getStatus, getOpeningHours };
