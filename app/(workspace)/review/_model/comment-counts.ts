import type { CommentRow } from '#lib/features/reviews/contract';

/** How many open comments each line of one side has. */
export function commentCounts(comments: readonly CommentRow[], side: 'spec' | 'test'): Map<number, number> {
  const counts = new Map<number, number>();
  for (const comment of comments) {
    if (comment.side !== side || comment.line === undefined || comment.resolvedAt !== undefined) continue;
    counts.set(comment.line, (counts.get(comment.line) ?? 0) + 1);
  }
  return counts;
}
