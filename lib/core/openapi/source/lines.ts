/** First and last line (1-based, inclusive) of a value, its member name included. */
export interface LineRange {
  line: number;
  endLine: number;
}

/** Where the members of containers stand. */
export interface MemberLines {
  get(container: object, member: string): LineRange | undefined;
  /** Says that soon the members of these are asked for, and perhaps of no others. */
  expect(containers: ReadonlySet<object>): void;
}

/**
 * Lines by container, not by pointer: a 10 MB document has half a million pointers, and their texts would weigh ten
 * times the document.
 */
export class LineIndex implements MemberLines {
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

  /** All are known. */
  expect(): void {}
}

/**
 * Lines that are looked for when they are asked for: whoever generates a suite wants those of a few diagnostics, whoever
 * shows it wants all.
 */
export class LazyLines implements MemberLines {
  private full: LineIndex | undefined;
  private some: LineIndex | undefined;

  /** `scan` finds the lines of the members of some containers, or of all. */
  constructor(private readonly scan: (wanted?: ReadonlySet<object>) => LineIndex) {}

  expect(containers: ReadonlySet<object>): void {
    if (!this.full && containers.size > 0) this.some = this.scan(containers);
  }

  get(container: object, member: string): LineRange | undefined {
    if (this.full) return this.full.get(container, member);
    if (this.some?.has(container)) return this.some.get(container, member);
    return (this.full ??= this.scan()).get(container, member);
  }
}
