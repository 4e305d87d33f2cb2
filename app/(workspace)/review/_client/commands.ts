import { counted } from '../../../_ui/counted';
import { firstSource } from '../_model/line-map';
import { neighbour, neighbourOperation, nextPending } from '../_model/movement';
import { emptySelection, extendTo, toggle } from '../_model/selection';
import type { Command } from '../_model/shortcuts';

import { focusFilter, focusPane, focusComment, showSpecLine } from './places';
import type { Workspace } from './use-workspace';

import type { CaseRow } from '#lib/features/reviews/contract';

/** What each command does. Keys and buttons run the same ones. */
export function commandsOf(workspace: Workspace): Record<Command, () => void> {
  const { state, dispatch, groups, current, operation, decisions, open } = workspace;
  const go = (entry: CaseRow | undefined) => {
    if (entry !== undefined) open(entry);
  };
  const order = groups.flatMap((group) => group.shown.map((entry) => entry.id));

  return {
    next: () => {
      go(neighbour(groups, current?.id, 1));
    },
    previous: () => {
      go(neighbour(groups, current?.id, -1));
    },
    nextOperation: () => {
      go(neighbourOperation(groups, current?.id, 1));
    },
    previousOperation: () => {
      go(neighbourOperation(groups, current?.id, -1));
    },
    nextPending: () => {
      go(nextPending(groups, current?.id));
    },
    previousPending: () => {
      go(nextPending(groups, current?.id, -1));
    },
    filter: focusFilter,
    approve: () => {
      if (state.selection.ids.size > 0) approveSelected(workspace);
      else approveCurrent(workspace);
    },
    approveOperation: () => {
      if (operation !== undefined) approveGroup(workspace, operation.id);
    },
    reject: () => {
      const chosen = state.selection.ids.size > 0 ? selectedCases(workspace) : [];
      if (chosen.length > 0) rejectCases(workspace, chosen, counted(chosen.length, 'selected case'), true);
      else if (current?.state === 'rejected') decisions.decide({ verdict: 'reopen', cases: [current] });
      else if (current !== undefined) rejectCases(workspace, [current], current.title, false);
    },
    undo: decisions.undo,
    select: () => {
      if (current !== undefined) dispatch({ type: 'select', selection: toggle(state.selection, current.id) });
    },
    selectRange: () => {
      if (current === undefined) return;
      dispatch({ type: 'select', selection: extendTo(state.selection, current.id, order) });
    },
    comment: () => {
      dispatch({ type: 'commentLine', line: undefined });
      dispatch({ type: 'pane', pane: 'info' });
      focusComment();
    },
    fold: () => {
      if (operation !== undefined) dispatch({ type: 'fold', operationId: operation.id });
    },
    layout: () => {
      dispatch({ type: 'layout' });
    },
    swap: focusPane,
    changes: () => {
      dispatch({ type: 'view', view: state.view === 'code' ? 'changes' : 'code' });
    },
    jump: () => {
      const source = workspace.currentDetail === undefined ? undefined : firstSource(workspace.currentDetail);
      dispatch({ type: 'view', view: 'code' });
      dispatch({ type: 'pane', pane: 'spec' });
      if (source !== undefined) showSpecLine(source);
    },
    help: () => {
      dispatch({ type: 'dialog', dialog: { kind: 'help' } });
    },
    escape: () => {
      if (state.selection.ids.size > 0) dispatch({ type: 'select', selection: emptySelection });
      else if (state.filter !== '') dispatch({ type: 'filter', text: '' });
    },
  };
}

export function selectedCases({ view, state }: Workspace): CaseRow[] {
  return view.cases.filter((entry) => state.selection.ids.has(entry.id));
}

/** Approves and goes on to the next undecided case; on an approved one it takes the approval back. */
function approveCurrent({ current, decisions, groups, open, view, dispatch }: Workspace): void {
  if (current === undefined) return;
  if (current.state === 'approved') {
    decisions.decide({ verdict: 'reopen', cases: [current] });
    return;
  }
  decisions.decide({ verdict: 'approve', cases: [current] });
  const next = nextPending(groups, current.id);
  if (next !== undefined) open(next);
  else if (view.cases.every((entry) => entry.state !== 'pending' || entry.id === current.id)) {
    dispatch({ type: 'dialog', dialog: { kind: 'publish' } });
  }
}

function approveSelected(workspace: Workspace): void {
  workspace.decisions.decide({ verdict: 'approve', cases: selectedCases(workspace), pendingOnly: true });
  workspace.dispatch({ type: 'select', selection: emptySelection });
}

/** @param operationId approves what is pending of an endpoint; without one, of the whole API */
export function approveGroup({ view, decisions }: Workspace, operationId?: string): void {
  decisions.decide({ verdict: 'approve', cases: pendingOf(view.cases, operationId), pendingOnly: true });
}

export function rejectCases(
  { dispatch }: Workspace,
  cases: CaseRow[],
  what: string,
  pendingOnly: boolean,
): void {
  const dialog = { kind: 'reject', ids: cases.map((entry) => entry.id), what, pendingOnly } as const;
  dispatch({ type: 'dialog', dialog });
}

export function pendingOf(cases: readonly CaseRow[], operationId?: string): CaseRow[] {
  return cases.filter(
    (entry) => entry.state === 'pending' && (operationId === undefined || entry.operationId === operationId),
  );
}
