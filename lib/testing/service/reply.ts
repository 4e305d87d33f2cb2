import type { Json, JsonObject } from '../../core/json';
import { problemTitles } from '../../core/twin/answer/problem-titles';

import type { Breach } from './schemas';

export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** Absent: no body. */
  body?: Json | Buffer;
  mediaType: string;
}

export function answer(status: number, body: Json, headers: Record<string, string> = {}): Reply {
  return { status, headers, body, mediaType: 'application/json; charset=utf-8' };
}

export function noContent(): Reply {
  return { status: 204, headers: {}, mediaType: '' };
}

/** An error as RFC 9457 has it. */
export function problem(status: number, detail: string, headers: Record<string, string> = {}): Reply {
  const body: JsonObject = { title: problemTitles[status] ?? 'Error', status, detail };
  return { status, headers, body, mediaType: 'application/problem+json' };
}

/** An error that names each broken rule. */
export function breachProblem(status: number, breaches: readonly Breach[]): Reply {
  const reply = problem(
    status,
    breaches.map(({ place, message }) => `${place} ${message}`.trim()).join('; '),
  );
  const errors = breaches.map(({ place, message }) => ({ place, message }));
  return { ...reply, body: { title: problemTitles[status] ?? 'Error', status, errors } };
}
