import { z } from 'zod';

import { rotationHours, signatureModes } from '../../core/connections';
import { encryptSecret } from '../../platform/config/crypto';
import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { rotateSecretInput } from './contract';
import { findConnection } from './find-connection';
import { generateSecret } from './secret';

/**
 * Gives a connection a new webhook secret. The one before stays accepted for a day, so that no call is lost while the
 * sender is being changed.
 * @returns the new secret, to be shown once
 * @throws AppError `forbidden`, `not_found`; ZodError
 */
export async function rotateSecret(
  context: Context,
  input: z.input<typeof rotateSecretInput>,
  settings: { encryptionKey: string },
): Promise<{ secret: string; previousUntil: string }> {
  requireUser(context, 'admin');
  const { connectionId, secret: given } = rotateSecretInput.parse(input);
  const previousUntil = new Date(context.clock().getTime() + rotationHours * 3_600_000);
  const secret = await context.db.$transaction(async (tx) => {
    const { name, signatureMode } = await findConnection(tx, connectionId);
    const { secretCipher } = await tx.connection.findUniqueOrThrow({
      where: { id: connectionId },
      select: { secretCipher: true },
    });
    const next = given ?? generateSecret(z.enum(signatureModes).parse(signatureMode));
    await tx.connection.update({
      where: { id: connectionId },
      data: {
        secretCipher: encryptSecret(next, settings.encryptionKey),
        previousCipher: secretCipher,
        previousUntil,
      },
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'connection.rotate-secret',
      subjectType: 'connection',
      subjectId: connectionId,
      details: { name, previousUntil: previousUntil.toISOString() },
    });
    return next;
  });
  return { secret, previousUntil: previousUntil.toISOString() };
}
