'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, RotateCcw } from 'lucide-react';

import { TimeAgo } from '../../../_client/time-ago';
import { errorText, unwrap } from '../../../_client/unwrap';
import { Badge } from '../../../_ui/badge';
import { classNames } from '../../../_ui/class-names';
import { IconButton } from '../../../_ui/icon-button';
import { Skeleton } from '../../../_ui/skeleton';
import { useToast } from '../../../_ui/toast';
import { commentsQuery } from '../_client/queries';
import { useWorkspace } from '../_client/use-workspace';
import { InfoSection } from '../_parts/info-section';
import { resolveCommentAction } from '../actions';

import { CommentForm } from './comment-form';

import { reviewKeys } from '#lib/features/reviews/contract';
import type { CommentRow } from '#lib/features/reviews/contract';

/** What was said about the case or a line of it; resolving keeps it, greyed. */
export function CommentsSection({ caseId }: { caseId: string }) {
  const comments = useQuery(commentsQuery(caseId));
  const open = comments.data?.filter((comment) => comment.resolvedAt === undefined).length ?? 0;
  return (
    <InfoSection title={open === 0 ? 'Comments' : `Comments (${open} open)`}>
      {comments.error === null ? null : <p className="text-danger">{comments.error.message}</p>}
      {comments.data === undefined && comments.error === null ? <Skeleton className="h-4 w-2/3" /> : null}
      <ul className="flex flex-col gap-2 empty:hidden">
        {comments.data?.map((comment) => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </ul>
      <CommentForm caseId={caseId} />
    </InfoSection>
  );
}

function Comment({ comment }: { comment: CommentRow }) {
  const client = useQueryClient();
  const toast = useToast();
  const { currentDetail } = useWorkspace();
  const resolved = comment.resolvedAt !== undefined;
  const resolve = useMutation({
    mutationFn: () => unwrap(resolveCommentAction(comment.id, !resolved)),
    onError: (error) => {
      toast({ tone: 'danger', text: errorText(error) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: reviewKeys.comments(comment.caseId) }),
  });
  const offset = comment.side === 'test' ? (currentDetail?.startLine ?? 1) - 1 : 0;

  return (
    <li className={classNames('rounded-md border px-2.5 py-1.5', resolved && 'opacity-70')}>
      <header className="flex items-center gap-1.5">
        <span className="font-medium">{comment.mine ? 'You' : comment.authorName}</span>
        <Badge tone={comment.category === 'issue' ? 'danger' : 'neutral'}>{comment.category}</Badge>
        {comment.line === undefined ? null : (
          <span className="text-xs text-muted">
            {comment.side} line {comment.line + offset}
          </span>
        )}
        <span className="text-xs text-muted">
          <TimeAgo at={comment.createdAt} />
        </span>
        <span className="ml-auto">
          <IconButton
            className="size-6"
            label={resolved ? 'Reopen the comment' : 'Resolve the comment'}
            icon={resolved ? <RotateCcw size={14} aria-hidden /> : <Check size={14} aria-hidden />}
            disabled={resolve.isPending}
            onClick={() => {
              resolve.mutate();
            }}
          />
        </span>
      </header>
      <p className={classNames('[overflow-wrap:anywhere] whitespace-pre-wrap', resolved && 'line-through')}>
        {comment.body}
      </p>
    </li>
  );
}
