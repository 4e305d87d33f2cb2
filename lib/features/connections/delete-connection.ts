import type { z } from 'zod';

import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { connectionInput } from './contract';
import { findConnection } from './find-connection';

/**
 * Deletes a connection. Its row stays, so that its webhook answers 410 and its deliveries can be read; its secrets go.
 * @throws AppError `forbidden`, `not_found`
 */
export async function deleteConnection(
  context: Context,
  input: z.input<typeof connectionInput>,
): Promise<void> {
  requireUser(context, 'admin');
  const { connectionId } = connectionInput.parse(input);
  await context.db.$transaction(async (tx) => {
    const { name } = await findConnection(tx, connectionId);
    await tx.connection.update({
      where: { id: connectionId },
      data: {
        deletedAt: context.clock(),
        isDefault: false,
        secretCipher: '',
        previousCipher: null,
        previousUntil: null,
        tokenCipher: null,
        tokenLast4: null,
      },
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'connection.delete',
      subjectType: 'connection',
      subjectId: connectionId,
      details: { name },
    });
  });
}
