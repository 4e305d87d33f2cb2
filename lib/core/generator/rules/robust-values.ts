import type { Json } from '../../json';

/** A value that few clients send: what it is called in the id of a row. */
export interface Extreme {
  id: string;
  text: string;
}

const longBody = 100_000;
/** Longer ones are refused by many servers before the application sees them. */
const longUrl = 2000;
const deep = 10_000;

const exotic: Extreme[] = [
  { id: 'emoji', text: '🍵👩‍🚀' },
  { id: 'combining-marks', text: `e${'\u0301'.repeat(60)}` },
  { id: 'right-to-left', text: '\u202Eabc\u2066def' },
];

/** A JSON string with these characters as they are, but for quotes, backslashes and controls. */
const quoted = (text: string): string => JSON.stringify(text);

/** Texts in JSON, as they stand in the body: some of them no JSON value of a programming language can hold. */
export const extremeJsonTexts: Extreme[] = [
  { id: 'very-long', text: quoted('x'.repeat(longBody)) },
  { id: 'nul', text: '"a\\u0000b"' },
  { id: 'lone-surrogate', text: '"a\\ud800b"' },
  ...exotic.map(({ id, text }) => ({ id, text: quoted(text) })),
];

/** Numbers in JSON, beyond what a double holds (RFC 8259 section 6). */
export const extremeJsonNumbers: Extreme[] = [
  { id: 'of-400-digits', text: '9'.repeat(400) },
  { id: 'beyond-double', text: '1e400' },
  { id: 'below-double', text: '1e-400' },
  { id: 'minus-zero', text: '-0' },
];

export const deepNesting: Extreme = { id: 'nested-deeply', text: '['.repeat(deep) + ']'.repeat(deep) };

/** The value of a member, and the member again with another one (RFC 8259 section 4: names should be unique). */
export function twice(name: string, value: Json): Extreme {
  const text = JSON.stringify(value);
  return { id: 'given-twice', text: `${text}, ${JSON.stringify(name)}: ${text}` };
}

/** Texts of a parameter; percent-encoded where they travel. */
export const extremeTexts: Extreme[] = [
  { id: 'very-long', text: 'x'.repeat(longUrl) },
  { id: 'nul', text: 'a\u0000b' },
  ...exotic,
  { id: 'of-60-digits', text: '9'.repeat(60) },
];

/** Octets that are no UTF-8 (RFC 3629 section 3), percent-encoded. */
export const notUtf8 = 'a%FF%FEb';
