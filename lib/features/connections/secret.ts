import { randomBytes } from 'node:crypto';

import type { SignatureMode } from '../../core/connections';

/** A new webhook secret of 256 bits; Standard Webhooks writes the key in base64 behind `whsec_`. */
export function generateSecret(mode: SignatureMode): string {
  const bytes = randomBytes(32);
  return mode === 'standard-webhooks' ? `whsec_${bytes.toString('base64')}` : bytes.toString('base64url');
}

/** What a webhook URL carries: it names the connection and proves nothing. */
export function generateKey(): string {
  return randomBytes(12).toString('base64url');
}
