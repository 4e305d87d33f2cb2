import type { CaseRow, OperationRow } from '#lib/features/reviews/contract';

/** Rows for the tests of this folder. */

export function operation(id: string, more: Partial<OperationRow> = {}): OperationRow {
  return { id, method: 'post', path: `/${id}`, change: 'unchanged', breaking: false, changes: [], ...more };
}

export function caseRow(id: string, operationId: string, more: Partial<CaseRow> = {}): CaseRow {
  return {
    id,
    operationId,
    key: id,
    name: `test_${id}`,
    title: `case ${id}`,
    category: 'validation',
    rule: 'body-minimum',
    rows: 1,
    risk: 50,
    change: 'unchanged',
    gate: 'passed',
    state: 'pending',
    revision: 0,
    contentHash: 'h',
    decidedByMe: false,
    carriedOver: false,
    comments: 0,
    ...more,
  };
}
