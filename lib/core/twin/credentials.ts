import type { SecurityScheme } from '../openapi/model';

/** Somebody who may ask: every credential listed is theirs. */
export interface TwinIdentity {
  name: string;
  mayWrite: boolean;
  /** For bearer tokens, OAuth 2 and OpenID Connect. */
  tokens: readonly string[];
  apiKeys: readonly string[];
  /** `user:password` (RFC 7617). */
  basic: readonly string[];
}

/** Three people, as generated suites want them: the main user, one who may only read, and another one who may do all. */
export const usualIdentities: readonly TwinIdentity[] = [
  identity('main', 'twin', true),
  identity('readonly', 'twin-readonly', false),
  identity('other', 'twin-other', true),
];

function identity(name: string, word: string, mayWrite: boolean): TwinIdentity {
  return {
    name,
    mayWrite,
    tokens: [`${word}-token`],
    apiKeys: [`${word}-key`],
    basic: [`${word}:${word}-password`],
  };
}

/** Whether a credential of a scheme, as it was sent, is one of somebody's. */
export function shownTo(one: TwinIdentity, scheme: SecurityScheme, text: string): boolean {
  if (scheme.type === 'apiKey') return one.apiKeys.includes(text);
  if (scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic')
    return one.basic.includes(plain(text));
  return one.tokens.includes(text);
}

/** Base64 (RFC 4648) as UTF-8 text; empty where it is none. */
function plain(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

const suffixes: Readonly<Record<string, string>> = { main: '', readonly: '_READONLY', other: '_OTHER' };

/** What a generated suite reads from its environment to be one of these people. */
export function suiteCredentials(identities: readonly TwinIdentity[]): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const { name, tokens, apiKeys, basic } of identities) {
    const suffix = suffixes[name];
    if (suffix === undefined) continue;
    const [user = '', ...password] = (basic[0] ?? '').split(':');
    if (tokens[0] !== undefined) environment[`API_TOKEN${suffix}`] = tokens[0];
    if (apiKeys[0] !== undefined) environment[`API_KEY${suffix}`] = apiKeys[0];
    if (basic[0] === undefined) continue;
    environment[`API_USERNAME${suffix}`] = user;
    environment[`API_PASSWORD${suffix}`] = password.join(':');
  }
  return environment;
}
