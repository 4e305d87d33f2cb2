import type { SourceRef } from '../diagnostics';

import type { LeftOut, Operation } from './model';

/** Collects what the model has no place for, so that a report can name it. */
export class LeftOutLog {
  private readonly found = new Map<string, Omit<LeftOut, 'operation'>>();

  /** Notes a construct once per place, however many operations share that place. */
  add({ file, pointer }: SourceRef, construct: string, reason: string): void {
    const identity = JSON.stringify([file, pointer, construct]);
    if (!this.found.has(identity)) this.found.set(identity, { construct, reason, source: { file, pointer } });
  }

  /** All of it, in the order of reading; what stands inside an operation names that. */
  list(operations: readonly Operation[]): LeftOut[] {
    const ids = new Map(operations.map(({ id, source }) => [`${source.file}#${source.pointer}`, id]));
    return [...this.found.values()].map((one) => {
      for (
        let { pointer } = one.source;
        pointer !== '';
        pointer = pointer.slice(0, pointer.lastIndexOf('/'))
      ) {
        const operation = ids.get(`${one.source.file}#${pointer}`);
        if (operation !== undefined) return { operation, ...one };
      }
      return one;
    });
  }
}
