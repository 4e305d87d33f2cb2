/** Where an API's document comes from: pulled from the vendor after a notice, or pushed by CI. */
export const providers = ['apifox', 'apidog', 'push'] as const;
export type Provider = (typeof providers)[number];

/** How the calls of a connection's webhook prove where they come from. */
export const signatureModes = ['hmac-sha256', 'hmac-sha1', 'bearer', 'standard-webhooks'] as const;
export type SignatureMode = (typeof signatureModes)[number];

/** Where the vendors' own clouds answer; a self-hosted one has another address. */
export const vendorBaseUrls = {
  apifox: 'https://api.apifox.com',
  apidog: 'https://api.apidog.com',
} as const;

/** How long the secret before a rotation stays accepted. */
export const rotationHours = 24;
