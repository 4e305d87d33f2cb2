import { describe, expect, it } from 'vitest';

import { caseRow, operation } from './fixtures';
import { initialState, workspaceReducer } from './workspace-state';
import type { WorkspaceDialog } from './workspace-state';

import type { GenerationView } from '#lib/features/reviews/contract';

const view: GenerationView = {
  id: 'g',
  number: 1,
  state: 'ready',
  createdAt: '2026-01-01T00:00:00.000Z',
  api: { id: 'a', slug: 'orders', name: 'Orders' },
  spec: { label: '1', title: 'Orders', dialect: 'openapi-3.1', number: 1 },
  gates: { syntax: 'passed', lint: 'passed', compile: 'passed', collect: 'passed' },
  diagnostics: [],
  gapCount: 0,
  operations: [operation('first'), operation('second', { breaking: true })],
  cases: [
    caseRow('a', 'first', { state: 'approved' }),
    caseRow('b', 'first'),
    caseRow('c', 'second', { state: 'approved' }),
    caseRow('d', 'second'),
  ],
};

describe('what opens first', () => {
  it.each([
    [{}, 'd'],
    [{ caseId: 'a' }, 'a'],
    [{ operationId: 'first' }, 'b'],
    [{ caseId: 'gone', operationId: 'gone' }, 'd'],
  ])('%j opens case %s', (wanted, expected) => {
    expect(initialState(view, wanted).caseId).toBe(expected);
  });

  it('is nothing where there is no case', () => {
    expect(initialState({ ...view, cases: [] }, {}).caseId).toBeUndefined();
  });
});

describe('the state of the screen', () => {
  const start = initialState(view, {});

  it('folds and opens an endpoint; opening a case opens its endpoint', () => {
    const folded = workspaceReducer(start, { type: 'fold', operationId: 'first' });
    expect(folded.folded.has('first')).toBe(true);
    expect(workspaceReducer(folded, { type: 'fold', operationId: 'first' }).folded.size).toBe(0);
    const opened = workspaceReducer(folded, { type: 'open', caseId: 'a', operationId: 'first' });
    expect(opened.folded.size).toBe(0);
    expect(opened.caseId).toBe('a');
  });

  it('forgets the line of a comment when another case opens, not when the same one does', () => {
    const line = { side: 'test', line: 3 } as const;
    const commenting = workspaceReducer(start, { type: 'commentLine', line });
    expect(commenting).toMatchObject({ commentLine: line, pane: 'info' });
    expect(
      workspaceReducer(commenting, { type: 'open', caseId: 'd', operationId: 'second' }).commentLine,
    ).toEqual(line);
    expect(
      workspaceReducer(commenting, { type: 'open', caseId: 'a', operationId: 'first' }).commentLine,
    ).toBeUndefined();
  });

  it('changes between side by side and stacked', () => {
    const stacked = workspaceReducer(start, { type: 'layout' });
    expect([start.layout, stacked.layout, workspaceReducer(stacked, { type: 'layout' }).layout]).toEqual([
      'side',
      'stacked',
      'side',
    ]);
  });

  it('closes a dialog only while it is that one that is open', () => {
    const reject: WorkspaceDialog = { kind: 'reject', ids: ['b'], pendingOnly: false, what: 'b' };
    const rejecting = workspaceReducer(start, { type: 'dialog', dialog: reject });
    expect(workspaceReducer(rejecting, { type: 'closeDialog', kind: 'help' }).dialog).toEqual(reject);
    expect(workspaceReducer(rejecting, { type: 'closeDialog', kind: 'reject' }).dialog).toBeUndefined();
  });
});
