'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';

import { errorText, unwrap } from '../../../_client/unwrap';
import { Button } from '../../../_ui/button';
import { IconButton } from '../../../_ui/icon-button';
import { inputClass } from '../../../_ui/text-field';
import { placeIds } from '../_client/places';
import { useWorkspace } from '../_client/use-workspace';
import { commentAction } from '../actions';

import { commentCategories, reviewKeys } from '#lib/features/reviews/contract';
import type { CommentCategory } from '#lib/features/reviews/contract';

/** Writes a comment on the case, or on the line that was clicked. Ctrl or Cmd with Enter sends. */
export function CommentForm({ caseId }: { caseId: string }) {
  const { state, dispatch, currentDetail } = useWorkspace();
  const client = useQueryClient();
  const [body, setBody] = useState('');
  const [category, setCategory] = useState<CommentCategory>('note');
  const about = state.commentLine;
  const send = useMutation({
    mutationFn: () => unwrap(commentAction({ caseId, body, category, ...about })),
    onSuccess: () => {
      setBody('');
      dispatch({ type: 'commentLine', line: undefined });
    },
    onSettled: () => client.invalidateQueries({ queryKey: reviewKeys.comments(caseId) }),
  });
  const offset = about?.side === 'test' ? (currentDetail?.startLine ?? 1) - 1 : 0;

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (body.trim() !== '') send.mutate();
      }}
    >
      {about === undefined ? null : (
        <p className="flex items-center gap-1 text-xs font-medium text-accent">
          On {about.side} line {about.line + offset}
          <IconButton
            className="size-5"
            label="Comment on the whole case instead"
            icon={<X size={12} aria-hidden />}
            onClick={() => {
              dispatch({ type: 'commentLine', line: undefined });
            }}
          />
        </p>
      )}
      <textarea
        id={placeIds.comment}
        aria-label="Comment"
        rows={2}
        placeholder="Comment on this case"
        value={body}
        onChange={(event) => {
          setBody(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        className={`${inputClass} min-h-14 border-border py-1.5 text-sm`}
      />
      {send.error === null ? null : (
        <p role="alert" className="text-xs text-danger">
          {errorText(send.error)}
        </p>
      )}
      <div className="flex items-center gap-2">
        <select
          aria-label="Kind of comment"
          value={category}
          onChange={(event) => {
            setCategory(commentCategories.find((name) => name === event.target.value) ?? 'note');
          }}
          className="touch-target h-7 rounded-md border bg-surface px-1.5 text-sm"
        >
          {commentCategories.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <Button
          type="submit"
          size="sm"
          className="ml-auto"
          busy={send.isPending}
          disabled={body.trim() === ''}
        >
          Comment
        </Button>
      </div>
    </form>
  );
}
