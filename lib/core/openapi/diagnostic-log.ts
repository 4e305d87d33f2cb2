import type { Diagnostic, Severity, SourceRef } from '../diagnostics';

import type { SourceMap } from './source-map';

/** A broken habit repeats itself: people need some examples and the number, not thousands of lines. */
const maxPerCode = 25;

/** Collects the trouble of one document with the line of each place, once per place and kind. */
export class DiagnosticLog {
  private readonly found: Diagnostic[] = [];
  private readonly seen = new Set<string>();
  private readonly counts = new Map<string, { total: number; last: Diagnostic }>();

  constructor(private readonly sources: SourceMap) {}

  add(severity: Severity, code: string, source: SourceRef, message: string, advice?: string): void {
    const identity = JSON.stringify([code, source.file, source.pointer, message]);
    if (this.seen.has(identity)) return;
    this.seen.add(identity);
    this.push({
      severity,
      code,
      message,
      source: { file: source.file, pointer: source.pointer },
      ...(advice === undefined ? {} : { advice }),
    });
  }

  /** Takes a diagnostic; where its line is known already, it stays. */
  push(diagnostic: Diagnostic): void {
    const total = (this.counts.get(diagnostic.code)?.total ?? 0) + 1;
    this.counts.set(diagnostic.code, { total, last: diagnostic });
    if (total <= maxPerCode) this.found.push(diagnostic);
  }

  /** All that was found, in order; kinds beyond the limit end with a line that gives the number left out. */
  list(): Diagnostic[] {
    const rest = [...this.counts.values()]
      .filter(({ total }) => total > maxPerCode)
      .map(({ total, last }) => ({
        ...last,
        message: `${total - maxPerCode} more of this kind, the last one: ${last.message}`,
      }));
    const all = [...this.found, ...rest];
    this.sources.expect(all.filter(({ line }) => line === undefined).map(({ source }) => source));
    return all.map((diagnostic) => this.withLine(diagnostic));
  }

  private withLine(diagnostic: Diagnostic): Diagnostic {
    if (diagnostic.line !== undefined) return diagnostic;
    const { advice, ...told } = diagnostic;
    const line = this.sources.lines(told.source)?.line;
    return {
      ...told,
      ...(line === undefined ? {} : { line }),
      ...(advice === undefined ? {} : { advice }),
    };
  }
}
