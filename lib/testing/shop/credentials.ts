import type { IncomingHttpHeaders } from 'node:http';

import { problem, type Reply } from '../service/reply';

import type { FaultId } from './faults';

export interface Credentials {
  /** May do everything. */
  token: string;
  /** May do everything too, as another user. */
  otherToken: string;
  /** May read only. */
  readOnlyToken: string;
  /** For machines that read. */
  apiKey: string;
}

export type Access = 'write' | 'read' | 'none';

export const defaultCredentials: Credentials = {
  token: 'staff-token-for-tests',
  otherToken: 'other-staff-token-for-tests',
  readOnlyToken: 'read-only-token-for-tests',
  apiKey: 'api-key-for-tests',
};

/** What the request's credentials allow, for an operation with these alternatives of security schemes. */
export function accessOf(
  headers: IncomingHttpHeaders,
  schemes: readonly string[],
  credentials: Credentials,
  faults: ReadonlySet<FaultId>,
): Access {
  if (schemes.includes('bearerAuth')) {
    const [scheme = '', token = ''] = (headers.authorization ?? '').split(' ', 2);
    const isBearer = scheme.toLowerCase() === 'bearer' || faults.has('any-scheme-accepted');
    if (isBearer && [credentials.token, credentials.otherToken].includes(token)) return 'write';
    if (isBearer && token === credentials.readOnlyToken)
      return faults.has('read-only-may-write') ? 'write' : 'read';
    if (isBearer && token !== '' && faults.has('any-token-accepted')) return 'write';
    if (isBearer && token === '' && faults.has('empty-token-accepted')) return 'write';
    if (isBearer && isUnsigned(token) && faults.has('unsigned-token-accepted')) return 'write';
  }
  const isRefused = faults.has('api-key-refused') && schemes.includes('bearerAuth');
  if (schemes.includes('apiKeyAuth') && !isRefused) {
    const key = headers['x-api-key'] ?? '';
    if (key === credentials.apiKey || (key !== '' && faults.has('any-api-key-accepted'))) return 'read';
  }
  return 'none';
}

/** A JSON Web Token whose header names no algorithm and which has no signature (RFC 7519 section 6). */
function isUnsigned(token: string): boolean {
  const [header = '', , signature] = token.split('.');
  return signature === '' && /"none"/.test(Buffer.from(header, 'base64url').toString());
}

/** The bearer token that a request shows; empty where it shows none. */
export function userOf({ authorization = '' }: IncomingHttpHeaders): string {
  return authorization.split(' ', 2)[1] ?? '';
}

export function unauthenticated(schemes: readonly string[]): Reply {
  const challenge = schemes.includes('bearerAuth') ? 'Bearer realm="lantern"' : 'ApiKey realm="lantern"';
  return problem(401, 'A valid credential is needed', { 'www-authenticate': challenge });
}
