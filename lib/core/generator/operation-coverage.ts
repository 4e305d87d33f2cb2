import type { Category, GeneratedSuite, Gap } from './suite';

/** What a suite does for one operation of its document. */
export interface OperationCoverage {
  id: string;
  /** `POST /books`; absent where the operation has no test. */
  request?: string;
  /** Tests that pytest counts, by kind. */
  tests: Partial<Record<Category, number>>;
  /** Places of the document that tests are about. */
  places: number;
  gaps: Gap[];
}

/** What is covered of each operation, in review order, and what is not; then the gaps of the document as a whole. */
export function coverageOf({ cases, gaps }: Pick<GeneratedSuite, 'cases' | 'gaps'>): {
  operations: OperationCoverage[];
  others: Gap[];
} {
  const found = new Map<string, OperationCoverage>();
  const places = new Map<string, Set<string>>();
  const entryOf = (id: string): OperationCoverage => {
    const known = found.get(id);
    if (known) return known;
    const made: OperationCoverage = { id, tests: {}, places: 0, gaps: [] };
    found.set(id, made);
    return made;
  };
  for (const { operation, category, rows, sources } of cases) {
    const entry = entryOf(operation.id);
    entry.request = `${operation.method.toUpperCase()} ${operation.path}`;
    entry.tests[category] = (entry.tests[category] ?? 0) + rows;
    const own = places.get(operation.id) ?? new Set();
    places.set(operation.id, own);
    for (const { file, pointer } of sources) own.add(`${file}#${pointer}`);
    entry.places = own.size;
  }
  for (const gap of gaps) if (gap.operation !== undefined) entryOf(gap.operation).gaps.push(gap);
  return {
    operations: [...found.values()],
    others: gaps.filter(({ operation }) => operation === undefined),
  };
}
