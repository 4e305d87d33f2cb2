'use client';

import { MessageSquare, TriangleAlert } from 'lucide-react';

import { classNames } from '../../../_ui/class-names';
import { useWorkspace } from '../_client/use-workspace';
import { extendTo, toggle } from '../_model/selection';
import { StateIcon } from '../_parts/state-icon';

import type { CaseRow } from '#lib/features/reviews/contract';

/** The row of a case. Opening it on a narrow screen leads to the test. */
export function CaseItem({ entry }: { entry: CaseRow }) {
  const { current, state, dispatch, open, groups } = useWorkspace();
  const isCurrent = entry.id === current?.id;
  const selecting = state.selection.ids.size > 0;
  const choose = (range: boolean) => {
    const order = groups.flatMap((group) => group.shown.map((row) => row.id));
    const { selection } = state;
    dispatch({
      type: 'select',
      selection: range ? extendTo(selection, entry.id, order) : toggle(selection, entry.id),
    });
  };

  return (
    <div
      className={classNames(
        'group/case flex h-full items-center gap-1 border-l-2 pr-3 pl-1 text-sm',
        isCurrent ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-hover',
      )}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={`Select ${entry.title}`}
        checked={state.selection.ids.has(entry.id)}
        onClick={(event) => {
          choose(event.shiftKey);
        }}
        readOnly
        className={classNames(
          'm-1 size-3.5 shrink-0 accent-accent-fill pointer-coarse:m-3 pointer-coarse:size-5',
          !selecting && 'pointer-fine:opacity-0 pointer-fine:group-hover/case:opacity-100',
        )}
      />
      <button
        type="button"
        aria-current={isCurrent ? 'true' : undefined}
        title={entry.title}
        onClick={() => {
          open(entry, 'test');
        }}
        className="flex h-full min-w-0 flex-1 items-center gap-2 text-left"
      >
        <StateIcon state={entry.state} />
        <span
          className={classNames(
            'line-clamp-2 min-w-0 flex-1 leading-[1.05rem]',
            entry.state !== 'pending' && !isCurrent && 'text-muted',
          )}
        >
          {entry.title}
        </span>
        {entry.gate === 'failed' ? (
          <TriangleAlert size={14} aria-label="a gate failed" className="shrink-0 text-danger" />
        ) : null}
        {entry.comments > 0 ? (
          <span className="flex shrink-0 items-center gap-0.5 text-xs text-muted">
            <MessageSquare size={12} aria-hidden />
            {entry.comments}
            <span className="sr-only"> comments</span>
          </span>
        ) : null}
      </button>
    </div>
  );
}
