import type { SourceRef } from '../diagnostics';
import type { Json } from '../json';

import { tokensOf } from './pointer';
import type { LineRange } from './source/lines';
import type { SourceFile } from './source/source-file';

export type { LineRange } from './source/lines';

/** The texts of a document's files and where each value stands in them. */
export class SourceMap {
  constructor(private readonly sources: ReadonlyMap<string, SourceFile>) {}

  /** Names of all files that were read: '' first, the entry document. */
  files(): string[] {
    return [...this.sources.keys()];
  }

  /** The text of a file as people see it; lines count in it. */
  text(file: string): string | undefined {
    return this.sources.get(file)?.text;
  }

  /**
   * The lines of a value, its member name included. A pointer that leads nowhere gives the lines of the nearest
   * enclosing value, so that trouble with something missing can still be shown. `undefined` for an unknown file.
   */
  lines(ref: SourceRef): LineRange | undefined {
    const source = this.sources.get(ref.file);
    if (!source) return undefined;
    let range = { line: 1, endLine: countLines(source.text) };
    let value: Json | undefined = source.value;
    for (const token of tokensOf(ref.pointer)) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) break;
      range = source.lines.get(value, token) ?? range;
      value = Array.isArray(value) ? value[Number(token)] : value[token];
    }
    return range;
  }
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < text.length - 1; at = text.indexOf('\n', at + 1))
    lines++;
  return lines;
}
