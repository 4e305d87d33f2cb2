'use client';

import { Search, X } from 'lucide-react';

import { classNames } from '../../../_ui/class-names';
import { Kbd } from '../../../_ui/kbd';
import { placeIds } from '../_client/places';
import { useWorkspace } from '../_client/use-workspace';
import { stateLabels } from '../_parts/labels';
import { StateIcon } from '../_parts/state-icon';

import type { CaseState } from '#lib/core/review/states';

const quick: { label: string; mark: string; state?: CaseState }[] = [
  { label: 'All', mark: '' },
  { label: stateLabels.pending, mark: 'is:pending', state: 'pending' },
  { label: stateLabels.approved, mark: 'is:approved', state: 'approved' },
  { label: stateLabels.rejected, mark: 'is:rejected', state: 'rejected' },
];

/** Words and `is:` marks; Escape clears, Enter goes back to the list. */
export function ListFilter() {
  const { state, dispatch } = useWorkspace();
  const set = (text: string) => {
    dispatch({ type: 'filter', text });
  };

  return (
    <div className="flex shrink-0 flex-col gap-2 border-b p-2">
      <div className="relative flex items-center">
        <Search size={14} aria-hidden className="absolute left-2.5 text-muted" />
        <input
          id={placeIds.filter}
          type="search"
          aria-label="Filter cases"
          placeholder="Filter cases"
          title="Words, and marks such as is:changed, is:breaking, is:commented, is:failing"
          value={state.filter}
          onChange={(event) => {
            set(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') set('');
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
          }}
          className="touch-target h-8 w-full rounded-md border bg-canvas pr-8 pl-8 text-sm placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
        />
        <span className="absolute right-2 flex">
          {state.filter === '' ? (
            <Kbd>t</Kbd>
          ) : (
            <button
              type="button"
              aria-label="Clear the filter"
              onClick={() => {
                set('');
              }}
            >
              <X size={14} aria-hidden />
            </button>
          )}
        </span>
      </div>
      <QuickFilters set={set} />
    </div>
  );
}

function QuickFilters({ set }: { set: (text: string) => void }) {
  const { state, view } = useWorkspace();
  const words = state.filter.split(/\s+/u);
  return (
    <div role="group" aria-label="Show" className="flex gap-1">
      {quick.map(({ label, mark, state: wanted }) => {
        const pressed = wanted === undefined ? state.filter === '' : words.includes(mark);
        const count = view.cases.filter((row) => wanted === undefined || row.state === wanted).length;
        return (
          <button
            key={label}
            type="button"
            aria-pressed={pressed}
            aria-label={`${label}: ${count}`}
            title={label}
            onClick={() => {
              set(mark);
            }}
            className={classNames(
              'touch-target inline-flex h-6 flex-1 items-center justify-center gap-1 rounded-sm px-1.5 text-xs whitespace-nowrap',
              pressed ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-hover',
            )}
          >
            {wanted === undefined ? label : <StateIcon state={wanted} size={13} />} {count}
          </button>
        );
      })}
    </div>
  );
}
