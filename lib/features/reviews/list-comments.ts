import { requireUser } from '../context';
import type { Context } from '../context';

import type { CommentRow } from './contract';
import { findCase } from './find-case';
import { commentRow } from './rows';

/**
 * The comments on a case, oldest first, resolved ones included.
 * @throws AppError `unauthenticated` or `not_found`
 */
export async function listComments(context: Context, { caseId }: { caseId: string }): Promise<CommentRow[]> {
  const actor = requireUser(context);
  await findCase(context.db, caseId);
  const rows = await context.db.comment.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => commentRow(row, actor.id));
}
