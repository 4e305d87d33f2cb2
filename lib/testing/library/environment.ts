import { credentials, type Identity } from './credentials';

const suffixes: readonly (readonly [Identity, string])[] = [
  ['member', ''],
  ['reader', '_READONLY'],
  ['other', '_OTHER'],
];

/** What a generated suite reads from its environment to test the library at this address. */
export function libraryEnvironment(url: string): Record<string, string> {
  const environment: Record<string, string> = { API_BASE_URL: url };
  for (const [identity, suffix] of suffixes) {
    environment[`API_TOKEN${suffix}`] = credentials[identity].bearerAuth;
    environment[`API_KEY${suffix}`] = credentials[identity].terminalKey;
    environment[`API_AUTH_SESSIONCOOKIE${suffix}`] = credentials[identity].sessionCookie;
  }
  return environment;
}
