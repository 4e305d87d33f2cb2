import type { SourceRef } from '../diagnostics';
import type { Json } from '../json';

import { tokensOf } from './pointer';
import type { LineRange } from './source/lines';
import type { SourceFile } from './source/source-file';

export type { LineRange } from './source/lines';

/** The texts of a document's files and where each value stands in them. */
export class SourceMap {
  private readonly lineStarts = new Map<string, number[]>();

  constructor(private readonly sources: ReadonlyMap<string, SourceFile>) {}

  /** Names of all files that were read: '' first, the entry document. */
  files(): string[] {
    return [...this.sources.keys()];
  }

  /** The text of a file as people see it; lines count in it. */
  text(file: string): string | undefined {
    return this.sources.get(file)?.text;
  }

  /** The parsed value of a file. */
  value(file: string): Json | undefined {
    return this.sources.get(file)?.value;
  }

  /** The exact text of some lines of a file, without the last line's end. */
  slice(file: string, range: LineRange): string {
    const text = this.text(file) ?? '';
    const starts = this.startsOf(file, text);
    const end = starts[range.endLine] ?? text.length + 1;
    return text.slice(starts[range.line - 1] ?? 0, end - 1).replace(/\r$/, '');
  }

  /**
   * The lines of a value, its member name included. A pointer that leads nowhere gives the lines of the nearest
   * enclosing value, so that trouble with something missing can still be shown. `undefined` for an unknown file.
   */
  lines(ref: SourceRef): LineRange | undefined {
    const source = this.sources.get(ref.file);
    if (!source) return undefined;
    const starts = this.startsOf(ref.file, source.text);
    let range = {
      line: 1,
      endLine: source.text.endsWith('\n') ? Math.max(1, starts.length - 1) : starts.length,
    };
    let value: Json | undefined = source.value;
    for (const token of tokensOf(ref.pointer)) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) break;
      range = source.lines.get(value, token) ?? range;
      value = Array.isArray(value) ? value[Number(token)] : value[token];
    }
    return range;
  }

  /** Says that the lines of these places, and perhaps of no others, are asked for soon: all are found in one go. */
  expect(refs: readonly SourceRef[]): void {
    for (const [file, source] of this.sources) {
      const containers = new Set<object>();
      for (const ref of refs) {
        if (ref.file !== file) continue;
        let value: Json | undefined = source.value;
        for (const token of tokensOf(ref.pointer)) {
          if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) break;
          containers.add(value);
          value = Array.isArray(value) ? value[Number(token)] : value[token];
        }
      }
      source.lines.expect(containers);
    }
  }

  private startsOf(file: string, text: string): number[] {
    const known = this.lineStarts.get(file);
    if (known) return known;
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.lineStarts.set(file, starts);
    return starts;
  }
}
