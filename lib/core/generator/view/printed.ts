import type { Json } from '../../json';
import type { PythonIdentifier } from '../../python/identifier';
import { layOut } from '../../python/layout/lay-out';
import type { LayoutNode } from '../../python/layout/node';
import { pythonLiteral } from '../../python/literal';
import { pythonDocstring } from '../../python/text';

import type { SupportName } from './support-names';

/** A name, or names joined by dots: printed as it is. */
export class Code {
  readonly text: string;
  constructor(...names: (PythonIdentifier | SupportName)[]) {
    this.text = names.join('.');
  }
}

/** Python that is laid out for the place where the template prints it: printed as it is. */
export class LaidOut {
  readonly text: string;
  /** `indent`, `before` and `after` as in `layOut`: the columns of what the template has around it. */
  constructor(node: LayoutNode, indent: number, before = 0, after = 0) {
    this.text = layOut(node, indent, before, after);
  }
}

/** Text of the document as a docstring of one line. */
export class Docstring {
  constructor(readonly text: string) {}
}

/** Text of the document as Markdown code: shown as it is, without backslashes. */
export class CodeSpan {
  constructor(readonly text: string) {}
}

/** A word in a block of Markdown code, where nothing is markup and a backslash would show. */
export class CodeWord {
  constructor(readonly text: string) {}
}

/** A value that the templates print. */
export type Printed = Json | Code | LaidOut | Docstring | CodeSpan | CodeWord;

/**
 * How templates print a value into Python: names and what is laid out as they are, everything else as a literal. Takes the place of EJS's
 * own escaping, which is for HTML.
 *
 * @throws TypeError for `undefined`: a view without a value that its template prints is a defect.
 */
export function printPython(value: Printed | undefined): string {
  if (value === undefined) throw new TypeError('A template printed a value that its view does not have.');
  if (value instanceof Code || value instanceof LaidOut) return value.text;
  if (value instanceof Docstring) return pythonDocstring(value.text);
  if (value instanceof CodeSpan || value instanceof CodeWord)
    throw new TypeError('Markdown code has no place in Python.');
  return pythonLiteral(value);
}

/** How templates print a value into Markdown: one line, nothing of it is markup, a link or a mention (GFM 6.9). */
export function printMarkdown(value: Printed | undefined): string {
  if (value instanceof CodeSpan) return codeSpan(oneLine(value.text));
  if (value instanceof CodeWord) return oneLine(value.text).replaceAll(' ', '');
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TypeError('A template printed a value that is no text.');
  }
  return oneLine(String(value)).replace(
    /[\\`*{}[\]<>()#|!~&@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=https?|ftp|mailto|xmpp):|(?<=www)\./gi,
    (character) => `\\${character}`,
  );
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim();
}

/** A fence longer than any run of backticks inside (CommonMark section 6.1); a bar would end the cell of a table. */
function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = runs.length > 0 || text === '' ? ' ' : '';
  return `${fence}${padding}${text.replace(/\|/g, '\\|')}${padding}${fence}`;
}
