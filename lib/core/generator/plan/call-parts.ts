import { literal, type Expression, type Name } from './expression';
import { fixed } from './named';
import { alternatives } from './security';
import type { CallFixture } from './suite-plan';

/** A part of a request by the name that `Call` has for it. */
export interface CallPart {
  name: Name;
  value: Expression;
}

/** What a request holds besides its method and path; empty parts are left out. */
export function callParts(call: CallFixture, usual: string[][]): CallPart[] {
  const { operation, body } = call;
  const parts: CallPart[] = [];
  for (const part of ['path', 'query', 'headers', 'cookies'] as const) {
    if (call[part].length > 0)
      parts.push({ name: fixed(part), value: { kind: 'object', entries: call[part] } });
  }
  if (body) {
    parts.push({ name: fixed('body'), value: { kind: 'later', value: body.value } });
    if (body.mediaType !== 'application/json') {
      parts.push({ name: fixed('media_type'), value: literal(body.mediaType) });
    }
    if (body.encoding !== undefined) parts.push({ name: fixed('encoding'), value: literal(body.encoding) });
  }
  const security = alternatives(operation);
  if (JSON.stringify(security) !== JSON.stringify(usual)) {
    parts.push({ name: fixed('security'), value: literal(security) });
  }
  const samples = call.samples.map((sample) => sample.variable);
  if (samples.length > 0) parts.push({ name: fixed('samples'), value: literal(samples) });
  return parts;
}
