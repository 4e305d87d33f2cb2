'use server';

import { requestContext } from '../../_server/request-context';
import { toResult } from '../../_server/result';

import { addComment } from '#lib/features/reviews/add-comment';
import type { CommentInput, DecideInput } from '#lib/features/reviews/contract';
import { decideCases } from '#lib/features/reviews/decide-cases';
import { resolveComment } from '#lib/features/reviews/resolve-comment';
import { undoDecision } from '#lib/features/reviews/undo-decision';

/** The writes of the review screens. The use cases validate: what arrives here may be anything. */

export async function decideAction(input: DecideInput) {
  return toResult(async () => decideCases(await requestContext(), input));
}

export async function undoAction(batchId: string) {
  return toResult(async () => undoDecision(await requestContext(), { batchId }));
}

export async function commentAction(input: CommentInput) {
  return toResult(async () => addComment(await requestContext(), input));
}

export async function resolveCommentAction(commentId: string, resolved: boolean) {
  return toResult(async () => resolveComment(await requestContext(), { commentId, resolved }));
}
