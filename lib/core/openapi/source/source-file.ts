import type { Json } from '../../json';

import type { MemberLines } from './lines';

/** One parsed file of a document. */
export interface SourceFile {
  /** '' for the entry document, else the name relative to it. */
  name: string;
  /** What people see; lines count in it. */
  text: string;
  value: Json;
  lines: MemberLines;
  /** Trouble that did not stop the parser. */
  findings: Finding[];
}

export interface Finding {
  code: string;
  message: string;
  advice: string;
  line: number;
}

/** Text that cannot be read at all, with the place that stopped the parser. */
export class UnreadableText extends Error {
  constructor(
    message: string,
    readonly line: number | undefined,
    readonly advice: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
    this.name = 'UnreadableText';
  }
}

/** Real documents stay under 40; deeper nesting is an attack on whoever walks the tree recursively. */
export const maxDepth = 200;
