import type { CaseRow, OperationRow } from '#lib/features/reviews/contract';

/** What a reviewer typed above the list: words that must all occur, and `is:` marks that must all hold. */
export interface CaseFilter {
  words: string[];
  marks: FilterMark[];
}

export const filterMarks = [
  'pending',
  'approved',
  'rejected',
  'new',
  'changed',
  'breaking',
  'commented',
  'failing',
] as const;
export type FilterMark = (typeof filterMarks)[number];

/** Reads `is:pending post quantity`; an unknown mark is an ordinary word, so that nothing typed is ignored. */
export function readFilter(text: string): CaseFilter {
  const filter: CaseFilter = { words: [], marks: [] };
  for (const word of text.toLowerCase().split(/\s+/u)) {
    const mark = filterMarks.find((name) => word === `is:${name}`);
    if (mark !== undefined) filter.marks.push(mark);
    else if (word !== '') filter.words.push(word);
  }
  return filter;
}

export function isEmptyFilter({ words, marks }: CaseFilter): boolean {
  return words.length === 0 && marks.length === 0;
}

/** Whether a case of an operation passes the filter. */
export function matches(filter: CaseFilter, entry: CaseRow, operation: OperationRow): boolean {
  if (!filter.marks.every((mark) => holds(mark, entry, operation))) return false;
  if (filter.words.length === 0) return true;
  const text = [
    operation.method,
    operation.path,
    operation.tag ?? '',
    operation.summary ?? '',
    entry.title,
    entry.name,
    entry.category,
    entry.rule,
  ]
    .join(' ')
    .toLowerCase();
  return filter.words.every((word) => text.includes(word));
}

function holds(mark: FilterMark, entry: CaseRow, operation: OperationRow): boolean {
  switch (mark) {
    case 'pending':
    case 'approved':
    case 'rejected':
      return entry.state === mark;
    case 'new':
    case 'changed':
      return entry.change === mark;
    case 'breaking':
      return operation.breaking;
    case 'commented':
      return entry.comments > 0;
    case 'failing':
      return entry.gate === 'failed';
  }
}
