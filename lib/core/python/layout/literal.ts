import type { Json } from '../../json';
import { checkDepth, longRepetition } from '../literal';
import { pythonNumber } from '../number';
import { partsOf, quoted } from '../string';
import { widthOf } from '../width';

import { atom, collection, cutText, operation, prefixed, type LayoutNode } from './node';

/** Longer texts are cut into lines. */
const longestText = 70;

/**
 * A JSON value as Python that can be laid out; it says the same as `pythonLiteral` does on one line.
 *
 * @throws AppError `invalid_input` for a value nested deeper than Python can parse.
 */
export function literalLayout(value: Json, depth = 0): LayoutNode {
  checkDepth(depth);
  if (value === null) return atom('None');
  if (typeof value === 'boolean') return atom(value ? 'True' : 'False');
  if (typeof value === 'number') return atom(pythonNumber(value));
  if (typeof value === 'string') return textLayout(value);
  if (Array.isArray(value)) return listLayout(value.map((item) => literalLayout(item, depth + 1)));
  const members = Object.entries(value).map(([name, member]) =>
    prefixed(`${quoted(name)}: `, literalLayout(member, depth + 1)),
  );
  return collection('{', members, '}');
}

/** A list, or one item so many times. */
function listLayout(items: LayoutNode[]): LayoutNode {
  const [first] = items;
  const isRepetition =
    first !== undefined && items.length >= longRepetition && items.every(({ flat }) => flat === first.flat);
  return isRepetition ? repeated(first, items.length) : collection('[', items, ']');
}

/** `[item] * count`. */
export function repeated(item: LayoutNode, count: number): LayoutNode {
  return operation('*', [collection('[', [item], ']'), atom(String(count))]);
}

/** A text: a literal, a repetition, a sum with one, or a literal that is cut where it is long. */
export function textLayout(text: string): LayoutNode {
  const parts = partsOf(text).map(({ unit, times }) =>
    times === 1 ? atom(quoted(unit)) : operation('*', [atom(quoted(unit)), atom(String(times))]),
  );
  const [first, ...others] = parts;
  if (first === undefined) return atom('""');
  if (others.length > 0) return operation('+', parts);
  if (first.kind !== 'atom' || first.width <= longestText) return first;
  const pieces = inPieces(text);
  return pieces.length === 1 ? first : cutText(first.flat, pieces);
}

/** Cuts after spaces where there are any. */
function inPieces(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let width = 2;
  for (const word of text.match(/\s*[^\s]{1,40}|\s+$/gu) ?? [text]) {
    // What the word takes inside of quotes.
    const more = widthOf(quoted(word)) - 2;
    if (piece !== '' && width + more > longestText) {
      pieces.push(quoted(piece));
      piece = '';
      width = 2;
    }
    piece += word;
    width += more;
  }
  return piece === '' ? pieces : [...pieces, quoted(piece)];
}
