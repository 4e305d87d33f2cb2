import type { z } from 'zod';

import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { resolveInput } from './contract';
import type { CommentRow } from './contract';
import { commentRow } from './rows';

import { AppError } from '#lib/core/errors';
import { parseInput } from '#lib/core/parse-input';
import { writeAudit } from '#lib/platform/db/audit';
import { appendLiveEvent } from '#lib/platform/db/live-events';

/**
 * Marks a comment as resolved, or opens it again; doing so twice changes nothing.
 * @throws AppError `unauthenticated` or `not_found`
 */
export async function resolveComment(
  context: Context,
  input: z.input<typeof resolveInput>,
): Promise<CommentRow> {
  const actor = requireUser(context);
  const { commentId, resolved } = parseInput(resolveInput, input);
  return context.db.$transaction(async (tx) => {
    const before = await tx.comment.findUnique({
      where: { id: commentId },
      include: { case: { select: { generationId: true, generation: { select: { apiId: true } } } } },
    });
    if (before === null) throw new AppError('not_found', 'There is no such comment.');
    if ((before.resolvedAt !== null) === resolved) return commentRow(before, actor.id);
    const { generationId, generation } = before.case;
    const row = await tx.comment.update({
      where: { id: commentId },
      data: { resolvedAt: resolved ? context.clock() : null, resolvedBy: resolved ? actor.name : null },
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: resolved ? 'comment.resolve' : 'comment.reopen',
      subjectType: 'case',
      subjectId: row.caseId,
      apiId: generation.apiId,
      details: { commentId },
    });
    await appendLiveEvent(tx, {
      topic: 'comment.resolved',
      generationId,
      apiId: generation.apiId,
      payload: { caseId: row.caseId, commentId, actorId: actor.id, actorName: actor.name },
    });
    return commentRow(row, actor.id);
  });
}
