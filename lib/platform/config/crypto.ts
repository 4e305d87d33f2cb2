import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { AppError } from '../../core/errors';

const version = 'v1';

/** Encrypts a secret for the database: AES-256-GCM (NIST SP 800-38D), `v1.<nonce>.<tag>.<data>` in base64url. */
export function encryptSecret(plain: string, key: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce);
  const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [version, nonce, cipher.getAuthTag(), data]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

/**
 * Reads what `encryptSecret` wrote.
 * @throws AppError `internal` when it was changed or encrypted with another key
 */
export function decryptSecret(text: string, key: string): string {
  const [head, nonce, tag, data] = text.split('.');
  try {
    if (head !== version || nonce === undefined || tag === undefined || data === undefined)
      throw new Error('shape');
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(key, 'base64'),
      Buffer.from(nonce, 'base64url'),
    );
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString(
      'utf8',
    );
  } catch (cause) {
    throw new AppError('internal', 'A stored secret cannot be decrypted.', {
      advice:
        'ENCRYPTION_KEY or secrets.json differs from the one it was stored with: restore that, or enter the secret again.',
      cause,
    });
  }
}
