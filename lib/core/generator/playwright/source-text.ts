import { AppError } from '../../errors';
import type { Json } from '../../json';
import { isPlain, mapCharacters } from '../../python/characters';
import { deepestLiteral } from '../../python/literal';

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A character as an escape sequence of a string literal (ECMA-262, "String Literals"). */
function escapeSequence(character: string): string {
  const short = named[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\u{${code.toString(16)}}`;
}

/**
 * Any text as one string literal: single-quoted unless that needs more escapes, as the formatter has it. What a reader
 * would not see as it is (controls, line ends of every kind, bidi marks, lone surrogates) is escaped.
 */
export function quoted(text: string): string {
  const quote = text.split("'").length > text.split('"').length ? '"' : "'";
  if (isPlain(text)) return `${quote}${text.replace(quote === '"' ? /["\\]/g : /['\\]/g, '\\$&')}${quote}`;
  const body = mapCharacters(text, (character, isSeen) => {
    if (character === '\\' || character === quote) return `\\${character}`;
    return isSeen ? character : escapeSequence(character);
  });
  return `${quote}${body}${quote}`;
}

/** A name of a member as it stands before the colon. `__proto__` would set the prototype: it is computed. */
export function memberName(name: string): string {
  if (name === '__proto__') return `['__proto__']`;
  return isPlainName(name) ? name : quoted(name);
}

/** `.name`, `['two words']` or `[0]`. */
export function memberAccess(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return isPlainName(step) ? `.${step}` : `[${quoted(step)}]`;
}

function isPlainName(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}

/** A finite number as the formatter writes it: no sign in the exponent. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) {
    throw new AppError('internal', `${value} is not a JSON number and has no literal.`);
  }
  return value === 0 ? '0' : String(value).replace('e+', 'e');
}

/** Any JSON value as one line of TypeScript. Whatever the text holds, it stays inside string literals. */
export function literalText(value: Json, depth = 0): string {
  checkDepth(depth);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map((item) => literalText(item, depth + 1)).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${memberName(name)}: ${literalText(member, depth + 1)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The same limit as in Python, so that both targets test the same. */
export function checkDepth(depth: number): void {
  if (depth <= deepestLiteral) return;
  throw new AppError('invalid_input', `A value is nested deeper than ${deepestLiteral} levels.`, {
    advice: 'Shorten the example in the document: nobody can read a literal that deep.',
  });
}

const longestComment = 300;

/**
 * A text as a comment of one line. All blanks and line ends become single spaces, what a reader would not see is
 * escaped, and it never begins with what a tool takes for an instruction (`@ts-ignore`, `eslint-disable`).
 */
export function commentLine(text: string): string {
  const line = text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim() || 'Not described.';
  const short = [...line];
  const cut = short.length <= longestComment ? line : `${short.slice(0, longestComment - 3).join('')}...`;
  const seen = isPlain(cut)
    ? cut
    : mapCharacters(cut, (character, isSeen) => (isSeen ? character : escapeSequence(character)));
  const isInstruction =
    /^[^A-Za-z0-9]|^(eslint|prettier|biome|deno|istanbul|c8|v8|tslint|global|exported)\b/i;
  return `// ${isInstruction.test(seen) ? `On ${seen}` : seen}`;
}
