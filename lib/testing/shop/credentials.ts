import type { IncomingHttpHeaders } from 'node:http';

import { problem, type Reply } from '../service/reply';

import type { FaultId } from './faults';

export interface Credentials {
  /** May do everything. */
  token: string;
  /** May read only. */
  readOnlyToken: string;
  /** For machines that read. */
  apiKey: string;
}

export type Access = 'write' | 'read' | 'none';

export const defaultCredentials: Credentials = {
  token: 'staff-token-for-tests',
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
    if (isBearer && token === credentials.token) return 'write';
    if (isBearer && token === credentials.readOnlyToken)
      return faults.has('read-only-may-write') ? 'write' : 'read';
    if (isBearer && token !== '' && faults.has('any-token-accepted')) return 'write';
  }
  if (schemes.includes('apiKeyAuth')) {
    const key = headers['x-api-key'] ?? '';
    if (key === credentials.apiKey || (key !== '' && faults.has('any-api-key-accepted'))) return 'read';
  }
  return 'none';
}

export function unauthenticated(schemes: readonly string[]): Reply {
  const challenge = schemes.includes('bearerAuth') ? 'Bearer realm="lantern"' : 'ApiKey realm="lantern"';
  return problem(401, 'A valid credential is needed', { 'www-authenticate': challenge });
}
