import type { Json } from '../../json';

import { layOut, type SourceNode } from './source-node';
import { commentLine, literalText } from './source-text';

/** TypeScript that is made of names and laid-out literals: printed as it is. */
export class Source {
  readonly text: string;
  /** `indent`, `before` and `after` as in `layOut`: the columns of what the template has around it. */
  constructor(node: SourceNode, indent: number, before = 0, after = 0) {
    this.text = layOut(node, indent, before, after);
  }
}

/** Text of the document as a comment of one line. */
export class Comment {
  constructor(readonly text: string) {}
}

export type PrintedTypeScript = Json | Source | Comment;

/**
 * How templates print a value into TypeScript: what is laid out as it is, everything else as a literal.
 *
 * @throws TypeError for `undefined`: a view without a value that its template prints is a defect.
 */
export function printTypeScript(value: PrintedTypeScript | undefined): string {
  if (value === undefined) throw new TypeError('A template printed a value that its view does not have.');
  if (value instanceof Source) return value.text;
  return value instanceof Comment ? commentLine(value.text) : literalText(value);
}
