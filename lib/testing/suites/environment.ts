import type { RunningShop } from '../shop/server';

/** What a generated suite reads from its environment to test a running shop. */
export function environmentFor({ url, credentials }: RunningShop): Record<string, string> {
  return {
    API_BASE_URL: url,
    API_TOKEN: credentials.token,
    API_KEY: credentials.apiKey,
    API_TOKEN_READONLY: credentials.readOnlyToken,
  };
}
