import { isEmptyFilter, matches } from './filter';
import type { CaseFilter } from './filter';

import type { CaseRow, OperationRow } from '#lib/features/reviews/contract';

/** An operation with those of its cases that pass the filter. */
export interface CaseGroup {
  operation: OperationRow;
  /** All of them, filtered or not: what "3 of 9 decided" counts. */
  all: CaseRow[];
  shown: CaseRow[];
}

export type ListRow =
  | { kind: 'operation'; key: string; group: CaseGroup; folded: boolean }
  | { kind: 'case'; key: string; entry: CaseRow; operation: OperationRow };

/**
 * Groups cases by operation: breaking changes first, then added and changed ones, then the rest; document order inside.
 * Operations without a case stay away while a filter is on.
 */
export function groupCases(operations: OperationRow[], cases: CaseRow[], filter: CaseFilter): CaseGroup[] {
  const byOperation = new Map<string, CaseRow[]>();
  for (const entry of cases) {
    const group = byOperation.get(entry.operationId);
    if (group === undefined) byOperation.set(entry.operationId, [entry]);
    else group.push(entry);
  }
  return [...operations]
    .sort((a, b) => urgency(a) - urgency(b))
    .map((operation) => {
      const all = byOperation.get(operation.id) ?? [];
      return { operation, all, shown: all.filter((entry) => matches(filter, entry, operation)) };
    })
    .filter((group) => group.shown.length > 0 || isEmptyFilter(filter));
}

/** The flat list that is drawn: a folded operation shows only its own row. */
export function listRows(groups: CaseGroup[], folded: ReadonlySet<string>): ListRow[] {
  return groups.flatMap((group): ListRow[] => {
    const { operation } = group;
    const isFolded = folded.has(operation.id);
    const head: ListRow = { kind: 'operation', key: operation.id, group, folded: isFolded };
    if (isFolded) return [head];
    return [
      head,
      ...group.shown.map((entry): ListRow => ({ kind: 'case', key: entry.id, entry, operation })),
    ];
  });
}

/** 0 breaking, 1 added or changed, 2 unchanged. */
export function urgency({ breaking, change }: Pick<OperationRow, 'breaking' | 'change'>): number {
  if (breaking) return 0;
  return change === 'unchanged' ? 2 : 1;
}
