import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { commentInput } from './contract';
import type { CommentInput, CommentRow } from './contract';
import { findCase } from './find-case';
import { commentRow } from './rows';

import { defined } from '#lib/core/defined';
import { AppError } from '#lib/core/errors';
import { parseInput } from '#lib/core/parse-input';
import { writeAudit } from '#lib/platform/db/audit';
import { appendLiveEvent } from '#lib/platform/db/live-events';

/**
 * Adds a comment on a case, or on a line of its code or of the document.
 * @throws AppError `unauthenticated`, `not_found`, or `invalid_input` for a line that is not there
 */
export async function addComment(context: Context, input: CommentInput): Promise<CommentRow> {
  const actor = requireUser(context);
  const { caseId, side, line, category, body } = parseInput(commentInput, input);
  return context.db.$transaction(async (tx) => {
    const subject = await findCase(tx, caseId);
    const text = side === 'spec' ? subject.generation.specVersion.text : subject.code;
    const lines = text.split('\n').length;
    if (line !== undefined && line > lines) {
      throw new AppError('invalid_input', `There is no line ${line}: the text has ${lines} lines.`);
    }
    const row = await tx.comment.create({
      data: {
        ...defined({ side, line }),
        caseId,
        authorId: actor.id,
        authorName: actor.name,
        category,
        body,
        createdAt: context.clock(),
      },
    });
    const { generationId } = subject;
    const { apiId } = subject.generation;
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'comment.add',
      subjectType: 'case',
      subjectId: caseId,
      apiId,
      details: { commentId: row.id, category },
    });
    await appendLiveEvent(tx, {
      topic: 'comment.added',
      generationId,
      apiId,
      payload: { caseId, commentId: row.id, actorId: actor.id, actorName: actor.name },
    });
    return commentRow(row, actor.id);
  });
}
