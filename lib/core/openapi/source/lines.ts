/** First and last line (1-based, inclusive) of a value, its member name included. */
export interface LineRange {
  line: number;
  endLine: number;
}

/**
 * Where the members of each container stand. Keyed by container, not by pointer: a 10 MB document has half a million
 * pointers, and their texts would weigh ten times the document.
 */
export class LineIndex {
  private readonly members = new Map<object, Map<string, number>>();

  /** Ranges are packed into one number: a line fits into 26 bits. */
  set(container: object, member: string, line: number, endLine: number): void {
    let ranges = this.members.get(container);
    if (!ranges) this.members.set(container, (ranges = new Map()));
    ranges.set(member, line * 0x4000000 + endLine);
  }

  has(container: object): boolean {
    return this.members.has(container);
  }

  get(container: object, member: string): LineRange | undefined {
    const packed = this.members.get(container)?.get(member);
    if (packed === undefined) return undefined;
    return { line: Math.floor(packed / 0x4000000), endLine: packed % 0x4000000 };
  }
}
