import { groupCases } from './case-list';
import { readFilter } from './filter';
import { emptySelection } from './selection';
import type { Selection } from './selection';

import type { GenerationView } from '#lib/features/reviews/contract';

/** What a reviewer has open: state of the screen only. What the server knows is in the query cache. */
export interface WorkspaceState {
  caseId: string | undefined;
  filter: string;
  folded: ReadonlySet<string>;
  selection: Selection;
  view: 'code' | 'changes';
  layout: 'side' | 'stacked';
  /** Which part shows where there is room for one. */
  pane: Pane;
  dialog: WorkspaceDialog | undefined;
  /** The line that the next comment is about. */
  commentLine: CommentLine | undefined;
}

export type Pane = 'cases' | 'spec' | 'test' | 'info';

export interface CommentLine {
  side: 'spec' | 'test';
  line: number;
}

export type WorkspaceDialog =
  | { kind: 'help' }
  | { kind: 'publish' }
  /** `what` says in words what is rejected. */
  | { kind: 'reject'; ids: string[]; pendingOnly: boolean; what: string };

export type WorkspaceAction =
  | { type: 'open'; caseId: string; operationId: string; pane?: Pane }
  | { type: 'filter'; text: string }
  | { type: 'fold'; operationId: string }
  | { type: 'foldAll'; operationIds: string[] }
  | { type: 'select'; selection: Selection }
  | { type: 'view'; view: WorkspaceState['view'] }
  | { type: 'layout' }
  | { type: 'pane'; pane: Pane }
  | { type: 'dialog'; dialog: WorkspaceDialog }
  | { type: 'closeDialog'; kind: WorkspaceDialog['kind'] }
  | { type: 'commentLine'; line: CommentLine | undefined };

/** @param wanted what the address asks for: a case, or the first open case of an operation */
export function initialState(
  view: GenerationView,
  wanted: { caseId?: string; operationId?: string },
): WorkspaceState {
  const ordered = groupCases(view.operations, view.cases, readFilter('')).flatMap((group) => group.all);
  const inOperation = ordered.filter((entry) => entry.operationId === wanted.operationId);
  const first =
    ordered.find((entry) => entry.id === wanted.caseId) ??
    inOperation.find((entry) => entry.state === 'pending') ??
    inOperation[0] ??
    ordered.find((entry) => entry.state === 'pending') ??
    ordered[0];
  return {
    caseId: first?.id,
    filter: '',
    folded: new Set(),
    selection: emptySelection,
    view: 'code',
    layout: 'side',
    pane: 'test',
    dialog: undefined,
    commentLine: undefined,
  };
}

export function workspaceReducer(state: WorkspaceState, action: WorkspaceAction): WorkspaceState {
  switch (action.type) {
    case 'open': {
      const folded = without(state.folded, action.operationId);
      const same = action.caseId === state.caseId;
      return {
        ...state,
        caseId: action.caseId,
        folded,
        pane: action.pane ?? state.pane,
        commentLine: same ? state.commentLine : undefined,
      };
    }
    case 'filter':
      return { ...state, filter: action.text };
    case 'fold':
      return {
        ...state,
        folded: state.folded.has(action.operationId)
          ? without(state.folded, action.operationId)
          : new Set([...state.folded, action.operationId]),
      };
    case 'foldAll':
      return { ...state, folded: new Set(action.operationIds) };
    case 'select':
      return { ...state, selection: action.selection };
    case 'view':
      return { ...state, view: action.view };
    case 'layout':
      return { ...state, layout: state.layout === 'side' ? 'stacked' : 'side' };
    case 'pane':
      return { ...state, pane: action.pane };
    case 'dialog':
      return { ...state, dialog: action.dialog };
    // The browser tells of a closed dialog later, when a fast reviewer may have opened the next one.
    case 'closeDialog':
      return state.dialog?.kind === action.kind ? { ...state, dialog: undefined } : state;
    case 'commentLine':
      return { ...state, commentLine: action.line, pane: action.line === undefined ? state.pane : 'info' };
  }
}

function without(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  if (!set.has(member)) return set;
  return new Set([...set].filter((entry) => entry !== member));
}
