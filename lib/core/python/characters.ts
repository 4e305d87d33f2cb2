/** Letters, digits, punctuation and symbols of any script within the basic plane, and the plain space. */
const readable = /^[\p{L}\p{N}\p{P}\p{S} ]$/u;
const combining = /^\p{M}$/u;
/** Hangul fillers, variation selectors and others that are drawn as nothing. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

/**
 * Whether a reader sees the character as it is: no control, bidi or format character, no blank but the plain space,
 * no lone surrogate, nothing outside the basic plane. A combining mark counts where it has a letter to sit on.
 */
export function isReadable(character: string, previous: string | undefined): boolean {
  if (character.length !== 1 || invisible.test(character)) return false;
  if (combining.test(character)) return previous !== undefined && /^[\p{L}\p{M}]$/u.test(previous);
  return readable.test(character);
}

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A character as an escape sequence of a Python string literal (Python reference, 2.4.1). */
export function escapeSequence(character: string): string {
  const short = named[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** The characters of a text, each as it is or through `replace` where a reader would not see it as it is. */
export function mapCharacters(text: string, replace: (character: string, isSeen: boolean) => string): string {
  let previous: string | undefined;
  let result = '';
  for (const character of text) {
    result += replace(character, isReadable(character, previous));
    previous = character;
  }
  return result;
}
