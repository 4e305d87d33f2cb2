import type { CaseDetail, SourceLines } from '#lib/features/reviews/contract';

/** A line of the document. */
export interface SpecLine {
  file: string;
  line: number;
}

/** Inclusive, 1-based lines of the case's code. */
export interface LineRange {
  line: number;
  endLine: number;
}

/**
 * The spec lines that a line of the test belongs to. Marks may nest (a row within the whole function), so the narrowest
 * mark answers; of its sources all.
 */
export function sourcesOfTestLine(detail: CaseDetail, line: number): SourceLines[] {
  return narrowest(detail.marks.filter((mark) => within(mark, line)))?.sources ?? [];
}

/** The test lines that belong to a line of the document: those whose source is the narrowest around it. */
export function testLinesOf(detail: CaseDetail, { file, line }: SpecLine): LineRange[] {
  const hits = detail.marks.flatMap((mark) =>
    mark.sources
      .filter((source) => source.file === file && within(source, line))
      .map((source) => ({ line: source.line, endLine: source.endLine, mark })),
  );
  const best = narrowest(hits);
  if (best === undefined) return [];
  const marks = new Set(hits.filter((hit) => span(hit) === span(best)).map((hit) => hit.mark));
  return [...marks].map((mark) => ({ line: mark.line, endLine: mark.endLine }));
}

/** How a line of the document is covered: by the current case (and where in the test), and by how many in all. */
export interface Coverage {
  own: boolean;
  testLines: LineRange[];
  cases: number;
}

/** A source longer than this names a whole part of the document (an operation, a schema), not the rule on a line. */
const wholePartLines = 12;

/**
 * The covered lines of a document, by `lineKey`. Lines that are not in it are covered by nothing.
 * @param cases of the operation, the current one included
 */
export function coverageMap(current: CaseDetail | undefined, cases: CaseDetail[]): Map<string, Coverage> {
  const map = new Map<string, Coverage>();
  for (const detail of cases) {
    for (const key of coveredLines(detail)) {
      const coverage = map.get(key) ?? { own: false, testLines: [], cases: 0 };
      coverage.cases += 1;
      coverage.own ||= detail.id === current?.id;
      map.set(key, coverage);
    }
  }
  if (current !== undefined) {
    for (const [key, coverage] of map) {
      if (coverage.own) coverage.testLines = testLinesOf(current, specLineOf(key));
    }
  }
  return map;
}

/** Whether two lines are covered by the same lines of the current case. */
export function sameMark(a: Coverage, b: Coverage | undefined): boolean {
  const lines = (coverage: Coverage) =>
    coverage.testLines.map((range) => `${range.line}-${range.endLine}`).join();
  return a.own && b?.own === true && lines(a) === lines(b);
}

export function lineKey({ file, line }: SpecLine): string {
  return `${line}:${file}`;
}

function specLineOf(key: string): SpecLine {
  const colon = key.indexOf(':');
  return { line: Number(key.slice(0, colon)), file: key.slice(colon + 1) };
}

function coveredLines(detail: CaseDetail): Set<string> {
  const keys = new Set<string>();
  for (const source of detail.sources.filter((entry) => span(entry) <= wholePartLines)) {
    for (const key of linesOf(source)) keys.add(key);
  }
  return keys;
}

/** The keys of all lines of a source. */
export function linesOf({ file, line, endLine }: SourceLines): string[] {
  return Array.from({ length: endLine - line + 1 }, (_, index) => lineKey({ file, line: line + index }));
}

/** Where to look first: the rule on a line rather than the operation around it. */
export function firstSource(detail: CaseDetail): SourceLines | undefined {
  return narrowest(detail.sources);
}

export function within({ line, endLine }: LineRange, at: number): boolean {
  return line <= at && at <= endLine;
}

/** `41`, or `41–45`; shifted to the lines of the file. */
export function rangeLabel({ line, endLine }: LineRange, offset: number): string {
  return line === endLine ? String(line + offset) : `${line + offset}–${endLine + offset}`;
}

function span({ line, endLine }: LineRange): number {
  return endLine - line + 1;
}

function narrowest<R extends LineRange>(ranges: R[]): R | undefined {
  return ranges.reduce<R | undefined>(
    (best, range) => (best === undefined || span(range) < span(best) ? range : best),
    undefined,
  );
}
