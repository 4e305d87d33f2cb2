import type { Json, JsonObject } from '../../core/json';

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

const titles: Record<number, string> = {
  400: 'Invalid request',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition failed',
  413: 'Content too large',
  415: 'Unsupported media type',
  422: 'Invalid body',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
};

/** An error as RFC 9457 has it. */
export function problem(status: number, detail: string, headers: Record<string, string> = {}): Reply {
  const body: JsonObject = { title: titles[status] ?? 'Error', status, detail };
  return { status, headers, body, mediaType: 'application/problem+json' };
}

/** An error that names each broken rule. */
export function breachProblem(status: number, breaches: readonly Breach[]): Reply {
  const reply = problem(
    status,
    breaches.map(({ place, message }) => `${place} ${message}`.trim()).join('; '),
  );
  const errors = breaches.map(({ place, message }) => ({ place, message }));
  return { ...reply, body: { title: titles[status] ?? 'Error', status, errors } };
}
