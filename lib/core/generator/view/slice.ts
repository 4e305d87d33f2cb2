import type { SourceRef } from '../../diagnostics';
import type { GeneratedCase } from '../suite';

export interface SlicedCase {
  code: string;
  marks: GeneratedCase['marks'];
}

/** What every line holds that the template wrote for us; the comment is that of the language. */
const sign = ' @@';
const caseLine = /^\s*(?:#|\/\/) @@case \d+$/;
const markLine = /^\s*(#|\/\/) @@mark (\d+)$/;
const endLine = /^\s*\/\/ @@end$/;

/**
 * Cuts printed text into cases at the comment lines that the template wrote. Text of a document cannot make such a
 * line: all of it stands inside string literals of one line.
 */
export function sliceCases(printed: string, sources: SourceRef[][]): SlicedCase[] {
  const cases: string[][] = [];
  for (const line of printed.split('\n')) {
    if (line.includes(sign) && caseLine.test(line)) cases.push([]);
    else cases.at(-1)?.push(line);
  }
  return cases.map((lines) => sliceMarks(lines, sources));
}

function sliceMarks(lines: string[], sources: SourceRef[][]): SlicedCase {
  const code: string[] = [];
  const marks: GeneratedCase['marks'] = [];
  let open: { line: number; sources: SourceRef[]; isPython: boolean } | undefined;
  const close = (): void => {
    if (open && open.sources.length > 0 && code.length >= open.line) {
      marks.push({ line: open.line, endLine: code.length, sources: open.sources });
    }
    open = undefined;
  };
  for (const line of trimEnd(lines)) {
    const isOurs = line.includes(sign);
    const [, comment, mark] = (isOurs && markLine.exec(line)) || [];
    if (mark !== undefined) {
      close();
      open = { line: code.length + 1, sources: sources[Number(mark)] ?? [], isPython: comment === '#' };
      continue;
    }
    if (isOurs && endLine.test(line)) {
      close();
      continue;
    }
    // The list of rows ends where its bracket closes.
    if (open?.isPython && (line === '        ],' || line === '        ]')) close();
    code.push(line);
  }
  close();
  return { code: code.join('\n'), marks };
}

function trimEnd(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}
