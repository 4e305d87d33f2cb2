import { z } from 'zod';

import { signatureModes } from '../../core/connections';
import { AppError } from '../../core/errors';
import { decryptSecret } from '../../platform/config/crypto';
import type { Database } from '../../platform/db/client';

import type { SignatureRule } from './verify-signature';

export interface WebhookConnection {
  id: string;
  apiId: string | null;
  rule: SignatureRule;
}

/** The same words for an unknown connection and a bad signature: a stranger learns nothing from them. */
export function notGenuine(): AppError {
  return new AppError('unauthenticated', 'The signature does not match.', {
    advice: 'Compare the secret, the mode and the URL with the connection under Admin, Connections.',
  });
}

/**
 * The connection that a webhook URL names; without a key, the default one.
 * @throws AppError `unauthenticated` when there is none, `gone` when it was deleted
 */
export async function findConnection(
  db: Database,
  key: string | undefined,
  encryptionKey: string,
  now: Date,
): Promise<WebhookConnection> {
  const row = await db.connection.findFirst({
    where: key === undefined ? { isDefault: true, deletedAt: null } : { key },
    select: {
      id: true,
      apiId: true,
      signatureMode: true,
      signatureHeader: true,
      secretCipher: true,
      previousCipher: true,
      previousUntil: true,
      deletedAt: true,
    },
  });
  if (row === null) throw notGenuine();
  if (row.deletedAt !== null) {
    throw new AppError('gone', 'This connection was deleted.', {
      advice: 'Remove the webhook at its sender, or use the URL of another connection.',
    });
  }
  const rotating = row.previousUntil !== null && row.previousUntil > now;
  const ciphers = [
    row.secretCipher,
    ...(rotating && row.previousCipher !== null ? [row.previousCipher] : []),
  ];
  return {
    id: row.id,
    apiId: row.apiId,
    rule: {
      mode: z.enum(signatureModes).parse(row.signatureMode),
      secrets: ciphers.map((cipher) => decryptSecret(cipher, encryptionKey)),
      header: row.signatureHeader,
    },
  };
}
