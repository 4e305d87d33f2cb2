import type { z } from 'zod';

import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { connectionInput } from './contract';
import { findConnection } from './find-connection';

/**
 * Ends the time in which the secret before a rotation is accepted: for a secret that was stolen.
 * @throws AppError `forbidden`, `not_found`
 */
export async function dropPreviousSecret(
  context: Context,
  input: z.input<typeof connectionInput>,
): Promise<void> {
  requireUser(context, 'admin');
  const { connectionId } = connectionInput.parse(input);
  await context.db.$transaction(async (tx) => {
    const { name } = await findConnection(tx, connectionId);
    await tx.connection.update({
      where: { id: connectionId },
      data: { previousCipher: null, previousUntil: null },
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'connection.drop-previous-secret',
      subjectType: 'connection',
      subjectId: connectionId,
      details: { name },
    });
  });
}
