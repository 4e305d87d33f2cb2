import { encryptSecret } from '../../platform/config/crypto';
import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { createConnectionInput } from './contract';
import type { CreateConnectionInput } from './contract';
import { releaseDefault, requireApi } from './find-connection';
import { generateKey, generateSecret } from './secret';

/**
 * Makes a connection with a webhook address and a secret of its own.
 * @param settings `encryptionKey` seals secret and token in the database
 * @returns the secret, to be shown once
 * @throws AppError `forbidden`, `not_found`; ZodError
 */
export async function createConnection(
  context: Context,
  input: CreateConnectionInput,
  settings: { encryptionKey: string },
): Promise<{ connectionId: string; secret: string }> {
  requireUser(context, 'admin');
  const { token, secret: given, ...fields } = createConnectionInput.parse(input);
  const secret = given ?? generateSecret(fields.signatureMode);
  const connectionId = await context.db.$transaction(async (tx) => {
    await requireApi(tx, fields.apiId);
    const row = await tx.connection.create({
      data: {
        ...fields,
        key: generateKey(),
        secretCipher: encryptSecret(secret, settings.encryptionKey),
        ...(token === null
          ? {}
          : { tokenCipher: encryptSecret(token, settings.encryptionKey), tokenLast4: token.slice(-4) }),
      },
      select: { id: true },
    });
    if (fields.isDefault) await releaseDefault(tx, row.id);
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'connection.create',
      subjectType: 'connection',
      subjectId: row.id,
      ...(fields.apiId === null ? {} : { apiId: fields.apiId }),
      details: { name: fields.name, provider: fields.provider, signatureMode: fields.signatureMode },
    });
    return row.id;
  });
  return { connectionId, secret };
}
