import type { ApiModel, Operation, SecurityScheme } from '../../openapi/model';
import { shownTo, type TwinIdentity } from '../credentials';

import { cookiePairs, decode, decodeForm, type Pair } from './pairs';

/** Where credentials stand in a request. */
export interface Shown {
  headers: Readonly<Record<string, string>>;
  query: readonly Pair[];
}

/**
 * Who asks, for an operation with alternatives (OR) of schemes that go together (AND); `anyone` where nobody has to say
 * who they are; `undefined` where access is refused. Wrong credentials are refused even where they are optional.
 */
export function callerOf(
  model: ApiModel,
  operation: Operation,
  identities: readonly TwinIdentity[],
  shown: Shown,
): TwinIdentity | 'anyone' | undefined {
  const { security } = operation;
  if (security.length === 0) return 'anyone';
  for (const { schemes } of security) {
    const known = schemes.flatMap(({ name }) => model.securitySchemes.get(name) ?? []);
    const asked = known.filter(({ type }) => type !== 'mutualTLS');
    if (schemes.length === 0) continue;
    if (asked.length === 0) return 'anyone';
    const found = asked.map((scheme) => {
      const text = credentialOf(scheme, shown);
      return text === undefined ? undefined : identities.find((one) => shownTo(one, scheme, text));
    });
    const [first] = found;
    if (first && found.every((each) => each !== undefined)) return first;
  }
  const isOptional = security.some(({ schemes }) => schemes.length === 0);
  const isSilent = security.every(({ schemes }) =>
    schemes.every(({ name }) => {
      const scheme = model.securitySchemes.get(name);
      return !scheme || credentialOf(scheme, shown) === undefined;
    }),
  );
  return isOptional && isSilent ? 'anyone' : undefined;
}

/** The credential of a scheme as it was sent: of `Authorization` without the word of the scheme. */
function credentialOf(scheme: SecurityScheme, { headers, query }: Shown): string | undefined {
  if (scheme.type === 'apiKey') {
    if (scheme.in === 'header') return headers[scheme.parameter.toLowerCase()];
    const isQuery = scheme.in === 'query';
    const pairs = isQuery ? query : cookiePairs(headers['cookie'] ?? '');
    const value = pairs.find(([name]) => name === scheme.parameter)?.[1];
    return value === undefined ? undefined : (isQuery ? decodeForm : decode)(value);
  }
  if (scheme.type === 'mutualTLS') return undefined;
  const [, word = '', rest = ''] = /^(\S+)(?: +(.*))?$/.exec(headers['authorization'] ?? '') ?? [];
  if (word === '') return undefined;
  const isBasic = scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic';
  return word.toLowerCase() === (isBasic ? 'basic' : 'bearer') ? rest : '';
}

/** What `WWW-Authenticate` says (RFC 9110 section 11.6.1). */
export function challengeOf(model: ApiModel, operations: readonly Operation[]): string {
  const names = operations.flatMap(({ security }) => security.flatMap(({ schemes }) => schemes));
  const schemes = names.flatMap(({ name }) => model.securitySchemes.get(name) ?? []);
  const isBasic = (scheme: SecurityScheme) =>
    scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic';
  const [first] = schemes.filter(({ type }) => type !== 'apiKey' && type !== 'mutualTLS');
  if (!first) return 'ApiKey realm="twin"';
  return isBasic(first) ? 'Basic realm="twin"' : 'Bearer realm="twin"';
}
