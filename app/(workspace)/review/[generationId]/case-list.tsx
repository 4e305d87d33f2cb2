'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

import { useCoarsePointer } from '../../../_client/use-coarse-pointer';
import { commandsOf } from '../_client/commands';
import { placeIds } from '../_client/places';
import { useWorkspace } from '../_client/use-workspace';

import { CaseItem } from './case-item';
import { ListFilter } from './list-filter';
import { OperationItem } from './operation-item';
import { SelectionBar } from './selection-bar';

const operationHeight = 40;
const caseHeight = 36;
const touchHeight = 48;

/** Endpoints and their cases. Only what is in sight is drawn: 2,000 cases stay fluid. */
export function CaseList() {
  const workspace = useWorkspace();
  const { rows, current, state, view } = workspace;
  const coarse = useCoarsePointer();
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer's functions stay inside this component
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => {
      if (coarse) return touchHeight;
      return rows[index]?.kind === 'operation' ? operationHeight : caseHeight;
    },
    overscan: 12,
  });

  useEffect(() => {
    virtual.measure();
  }, [virtual, coarse]);

  const at = rows.findIndex((row) => row.key === current?.id);
  useEffect(() => {
    if (at < 0) return;
    const hadFocus = scroller.current?.contains(document.activeElement) === true;
    virtual.scrollToIndex(at, { align: 'auto' });
    if (!hadFocus) return;
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
    });
  }, [at, current?.id, virtual]);

  const shown = rows.filter((row) => row.kind === 'case').length;
  return (
    <nav aria-label="Test cases" className="flex h-full flex-col bg-surface">
      <ListFilter />
      {state.selection.ids.size > 0 ? <SelectionBar /> : null}
      <div
        ref={scroller}
        id={placeIds.list}
        className="min-h-0 flex-1 overflow-y-auto"
        onKeyDown={(event) => {
          const commands = commandsOf(workspace);
          if (event.key === 'ArrowDown') commands.next();
          else if (event.key === 'ArrowUp') commands.previous();
          else return;
          event.preventDefault();
        }}
      >
        {rows.length === 0 ? (
          <p className="p-4 text-sm text-muted">No case matches the filter.</p>
        ) : (
          <ul className="relative" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              return (
                <li
                  key={item.key}
                  aria-setsize={rows.length}
                  aria-posinset={item.index + 1}
                  className="absolute inset-x-0 top-0 focus-within:z-10"
                  style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                >
                  {row.kind === 'operation' ? (
                    <OperationItem group={row.group} folded={row.folded} />
                  ) : (
                    <CaseItem entry={row.entry} />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <p aria-live="polite" className="sr-only">
        {state.filter === '' ? '' : `${shown} of ${view.cases.length} cases`}
      </p>
    </nav>
  );
}
