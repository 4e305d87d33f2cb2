import { AppError } from '../errors';
import type { Json } from '../json';

import { pythonNumber } from './number';
import { pythonString, quoted } from './string';

/** CPython's parser refuses 200 open brackets; the file around the literal needs some of them. */
export const deepestLiteral = 80;
/** Lists of so many equal items are written as one item times their number. */
export const longRepetition = 20;

/**
 * A JSON value as one line of Python that evaluates to it (`None`, `True`, `False`, `dict` in the order of the
 * members). Whatever the text holds, it stays inside string literals. Built of constants, `*` and `+` only; put it in
 * brackets where it becomes an operand.
 *
 * @throws AppError `invalid_input` for a value nested deeper than Python can parse.
 */
export function pythonLiteral(value: Json): string {
  return literal(value, 0);
}

/** @throws AppError `invalid_input` for a value that is nested deeper than Python can parse. */
export function checkDepth(depth: number): void {
  if (depth <= deepestLiteral) return;
  throw new AppError('invalid_input', `A value is nested deeper than ${deepestLiteral} levels.`, {
    advice: 'Shorten the example in the document: Python cannot parse a literal that deep.',
  });
}

function literal(value: Json, depth: number): string {
  checkDepth(depth);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return pythonString(value);
  if (Array.isArray(value)) return list(value.map((item) => literal(item, depth + 1)));
  const members = Object.entries(value).map(
    ([name, member]) => `${quoted(name)}: ${literal(member, depth + 1)}`,
  );
  return `{${members.join(', ')}}`;
}

function list(items: string[]): string {
  const first = items[0];
  const isRepetition =
    first !== undefined && items.length >= longRepetition && items.every((item) => item === first);
  return isRepetition ? `[${first}] * ${items.length}` : `[${items.join(', ')}]`;
}
