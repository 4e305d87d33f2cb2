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

/** How a line of the document is covered: by this case (and where in the test), by others, or by nothing. */
export interface Coverage {
  own: boolean;
  testLines: LineRange[];
  /** Cases of the operation that cover the line. */
  cases: number;
}

/** A source as long as this names a whole part of the document (an operation, a schema), not a rule on one line. */
const wholePartLines = 12;

/** @param cases of the operation, the current one included */
export function coverageOf(line: SpecLine, current: CaseDetail | undefined, cases: CaseDetail[]): Coverage {
  const covers = (detail: CaseDetail) =>
    detail.sources.some(
      (source) => source.file === line.file && within(source, line.line) && span(source) <= wholePartLines,
    );
  const testLines = current === undefined ? [] : testLinesOf(current, line);
  return {
    own: current !== undefined && covers(current),
    testLines,
    cases: cases.filter(covers).length,
  };
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
