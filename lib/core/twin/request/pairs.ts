/** A name and a value as they were sent, the name decoded, the value not. */
export type Pair = readonly [name: string, value: string];

/** Text that is not percent-encoded UTF-8. */
export class Malformed extends Error {}

/** @throws {Malformed} */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new Malformed('not percent-encoded UTF-8', { cause });
  }
}

/** As `decode`; in queries and forms a plus is a space (URL Standard, "application/x-www-form-urlencoded parsing"). */
export function decodeForm(text: string): string {
  return decode(text.replaceAll('+', ' '));
}

/** The pairs of a query or a form. @throws {Malformed} */
export function formPairs(text: string): Pair[] {
  return pairsOf(text, '&', decodeForm);
}

/** The pairs of a `Cookie` header (RFC 6265 section 4.2.1). @throws {Malformed} */
export function cookiePairs(header: string): Pair[] {
  return pairsOf(header, /;\s*/, decode);
}

function pairsOf(text: string, separator: string | RegExp, decodeName: (text: string) => string): Pair[] {
  return text
    .split(separator)
    .filter((pair) => pair !== '')
    .map((pair): Pair => {
      const at = pair.indexOf('=');
      return at < 0 ? [decodeName(pair), ''] : [decodeName(pair.slice(0, at)), pair.slice(at + 1)];
    });
}
