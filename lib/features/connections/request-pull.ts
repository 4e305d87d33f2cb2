import type { z } from 'zod';

import { AppError } from '../../core/errors';
import { pullJobKey } from '../../core/jobs';
import type { JobName } from '../../core/jobs';
import { writeAudit } from '../../platform/db/audit';
import { enqueueJob } from '../../platform/jobs/enqueue';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { connectionInput } from './contract';
import { findConnection } from './find-connection';

/**
 * Has the document pulled now, without waiting for a notice or the next poll; also the way to try a new token.
 * @throws AppError `forbidden`, `not_found`; `conflict` when there is nothing to pull with
 */
export async function requestPull(context: Context, input: z.input<typeof connectionInput>): Promise<void> {
  requireUser(context, 'admin');
  const { connectionId } = connectionInput.parse(input);
  await context.db.$transaction(async (tx) => {
    const row = await findConnection(tx, connectionId);
    if (row.provider === 'push') {
      throw new AppError('conflict', 'This connection waits for documents that are pushed to it.');
    }
    if (row.tokenLast4 === null) {
      throw new AppError('conflict', 'Without a token nothing can be pulled.', {
        advice: 'Store an access token of the project first.',
      });
    }
    const job: JobName = 'connection.pull';
    await enqueueJob(
      tx,
      job,
      { connectionId },
      { runAt: context.clock(), uniqueKey: pullJobKey(connectionId), requestId: context.requestId },
    );
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'connection.pull',
      subjectType: 'connection',
      subjectId: connectionId,
      details: { name: row.name },
    });
  });
}
