import type { Provider, SignatureMode } from '#lib/core/connections';

/** How the screens name what the records store. */
export const providerNames: Record<Provider, string> = {
  apifox: 'Apifox',
  apidog: 'Apidog',
  push: 'Push from CI',
};

export const modeNames: Record<SignatureMode, string> = {
  'hmac-sha1': 'HMAC-SHA1, as Apifox signs',
  'hmac-sha256': 'HMAC-SHA256 in X-Apifox-Signature',
  bearer: 'Bearer token, as the Jenkins channel sends',
  'standard-webhooks': 'Standard Webhooks',
};
