import type { IncomingHttpHeaders } from 'node:http';

import { readPairs } from '../service/pairs';
import { problem, type Reply } from '../service/reply';

import type { FaultId } from './faults';

/** What one identity sends: a member's token, a terminal's key, a session of the web site. */
export interface Credentials {
  bearerAuth: string;
  terminalKey: string;
  sessionCookie: string;
}

const identities = ['member', 'other', 'reader'] as const;
export type Identity = (typeof identities)[number];

export const credentials: Readonly<Record<Identity, Credentials>> = {
  member: { bearerAuth: 'mei-token', terminalKey: 'front-desk-key', sessionCookie: 'mei-session' },
  other: { bearerAuth: 'omar-token', terminalKey: 'branch-key', sessionCookie: 'omar-session' },
  reader: { bearerAuth: 'guest-token', terminalKey: 'kiosk-key', sessionCookie: 'guest-session' },
};

/** Who asks; `anyone` where nobody has to identify themselves. */
export interface Caller {
  name: Identity | 'terminal' | 'anyone';
  mayWrite: boolean;
}

type Scheme = keyof Credentials;

/** Who asks, for an operation with these alternatives of security schemes; `undefined`: access is refused. */
export function callerOf(
  headers: IncomingHttpHeaders,
  security: readonly (readonly string[])[],
  faults: ReadonlySet<FaultId>,
): Caller | undefined {
  const given = (scheme: string) => identityBy(scheme, headers, faults);
  for (const alternative of security) {
    const checked = alternative.filter((scheme) => !isOverlooked(scheme, alternative, faults));
    const found = checked.map(given);
    if (alternative.length === 0 || found.includes(undefined)) continue;
    const person = alternative.find((scheme) => scheme !== 'terminalKey');
    if (person === undefined) return { name: 'terminal', mayWrite: false };
    const name = given(person) ?? 'member';
    return { name, mayWrite: name !== 'reader' || faults.has('read-only-may-write') };
  }
  const isOptional = security.length === 0 || security.some((alternative) => alternative.length === 0);
  const isAnonymous = !security.flat().some((scheme) => textOf(scheme, headers) !== undefined);
  return isOptional && (isAnonymous || faults.has('wrong-token-accepted-where-optional'))
    ? { name: 'anyone', mayWrite: false }
    : undefined;
}

function isOverlooked(scheme: string, alternative: readonly string[], faults: ReadonlySet<FaultId>): boolean {
  if (alternative.length < 2) return false;
  return faults.has(scheme === 'terminalKey' ? 'terminal-key-unchecked' : 'token-unchecked-beside-key');
}

function identityBy(
  scheme: string,
  headers: IncomingHttpHeaders,
  faults: ReadonlySet<FaultId>,
): Identity | undefined {
  const text = textOf(scheme, headers);
  if (text === undefined) return undefined;
  const known = identities.find((one) => isScheme(scheme) && credentials[one][scheme] === text);
  return known ?? (faults.has(anyOf[scheme] ?? 'wrong-token-accepted') ? 'member' : undefined);
}

const anyOf: Partial<Record<string, FaultId>> = {
  bearerAuth: 'wrong-token-accepted',
  terminalKey: 'wrong-terminal-key-accepted',
  sessionCookie: 'wrong-session-accepted',
};

function isScheme(name: string): name is Scheme {
  return name === 'bearerAuth' || name === 'terminalKey' || name === 'sessionCookie';
}

/** The credential of a scheme as it was sent; an authentication scheme other than Bearer is none of ours. */
function textOf(scheme: string, headers: IncomingHttpHeaders): string | undefined {
  if (scheme === 'bearerAuth') return /^bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1];
  if (scheme === 'terminalKey') return [headers['x-terminal-key']].flat()[0];
  const cookies = readPairs((headers.cookie ?? '').replaceAll(/;\s*/g, '&'));
  return cookies === 'malformed' ? undefined : cookies.find(({ name }) => name === 'library_session')?.value;
}

export function unauthenticated(): Reply {
  return problem(401, 'A valid credential is needed', { 'www-authenticate': 'Bearer realm="riverside"' });
}
