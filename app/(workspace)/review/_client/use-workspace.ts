'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo, useReducer } from 'react';
import type { Dispatch } from 'react';

import { groupCases, listRows } from '../_model/case-list';
import type { CaseGroup, ListRow } from '../_model/case-list';
import { readFilter } from '../_model/filter';
import { initialState, workspaceReducer } from '../_model/workspace-state';
import type { Pane, WorkspaceAction, WorkspaceState } from '../_model/workspace-state';

import { operationQuery } from './queries';
import { useDecisions } from './use-decisions';
import type { Decisions } from './use-decisions';

import type {
  CaseDetail,
  CaseRow,
  GenerationView,
  OperationDetail,
  OperationRow,
} from '#lib/features/reviews/contract';

/** Everything that the parts of the workspace share: what is read, what is open, and what can be done. */
export interface Workspace {
  view: GenerationView;
  state: WorkspaceState;
  dispatch: Dispatch<WorkspaceAction>;
  groups: CaseGroup[];
  rows: ListRow[];
  current: CaseRow | undefined;
  operation: OperationRow | undefined;
  /** Excerpts and code of the current operation, and how reading them goes. */
  detail: { data: OperationDetail | undefined; error: Error | null; retry: () => void };
  currentDetail: CaseDetail | undefined;
  decisions: Decisions;
  /** Opens a case, in the address too. */
  open: (entry: CaseRow, pane?: Pane) => void;
}

export function useWorkspaceModel(
  view: GenerationView,
  wanted: { caseId?: string; operationId?: string },
): Workspace {
  const [state, dispatch] = useReducer(workspaceReducer, undefined, () => initialState(view, wanted));
  const groups = useMemo(
    () => groupCases(view.operations, view.cases, readFilter(state.filter)),
    [view.operations, view.cases, state.filter],
  );
  const rows = useMemo(() => listRows(groups, state.folded), [groups, state.folded]);
  const current = view.cases.find((entry) => entry.id === state.caseId);
  const operation = view.operations.find((entry) => entry.id === current?.operationId);
  const detail = useQuery({
    ...operationQuery(view.id, operation?.id ?? ''),
    enabled: operation !== undefined,
  });

  return {
    view,
    state,
    dispatch,
    groups,
    rows,
    current,
    operation,
    detail: { data: detail.data, error: detail.error, retry: () => void detail.refetch() },
    currentDetail: detail.data?.cases.find((entry) => entry.id === current?.id),
    decisions: useDecisions(view.id),
    open(entry, pane) {
      dispatch({
        type: 'open',
        caseId: entry.id,
        operationId: entry.operationId,
        ...(pane === undefined ? {} : { pane }),
      });
      window.history.replaceState(null, '', `?case=${entry.id}`);
    },
  };
}

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

/** @throws Error outside a workspace */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === undefined) throw new Error('A part of the workspace is drawn outside of it.');
  return workspace;
}
