/** Letters, digits, punctuation and symbols of any script within the basic plane, and the plain space. */
const readable = /^[\p{L}\p{N}\p{P}\p{S} ]$/u;
const combining = /^\p{M}$/u;
const carrier = /^[\p{L}\p{M}]$/u;
/** Hangul fillers, variation selectors and others that are drawn as nothing. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

const asIs = 1;
const hidden = 2;
const onCarrier = 3;
/** What each character of the basic plane is, found out when it is first met: texts repeat their characters. */
const kinds = new Uint8Array(0x10000);

function kindOf(character: string): number {
  const code = character.charCodeAt(0);
  const known = kinds[code];
  if (known) return known;
  const kind = invisible.test(character)
    ? hidden
    : combining.test(character)
      ? onCarrier
      : readable.test(character)
        ? asIs
        : hidden;
  kinds[code] = kind;
  return kind;
}

/**
 * Whether a reader sees the character as it is: no control, bidi or format character, no blank but the plain space,
 * no lone surrogate, nothing outside the basic plane. A combining mark counts where it has a letter to sit on.
 */
export function isReadable(character: string, previous: string | undefined): boolean {
  if (character.length !== 1) return false;
  const kind = kindOf(character);
  return kind === asIs || (kind === onCarrier && previous !== undefined && carrier.test(previous));
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

const plain = /^[ -~]*$/;

/** Whether each character is printable ASCII, and so read as it is. */
export function isPlain(text: string): boolean {
  return plain.test(text);
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
