import { escapeSequence, isPlain, mapCharacters } from './characters';

/** Shorter runs are easier to read written out. */
const longRun = 40;
const longestUnit = 8;

/** Part of a text: a unit that stands there so many times. */
export interface TextPart {
  unit: string;
  times: number;
}

/**
 * Any text as a Python expression of type `str`: a literal, or a long repetition as `"x" * 201`, on its own or joined
 * with `+`.
 */
export function pythonString(text: string): string {
  return partsOf(text)
    .map((part) => (part.times === 1 ? quoted(part.unit) : `${quoted(part.unit)} * ${part.times}`))
    .join(' + ');
}

/** Any text as one string literal: double-quoted unless that needs more escapes, as the formatter has it. */
export function quoted(text: string): string {
  const isAscii = isPlain(text);
  if (isAscii && !text.includes('"') && !text.includes('\\')) return `"${text}"`;
  const doubles = text.split('"').length;
  const quote = doubles > 1 && doubles > text.split("'").length ? "'" : '"';
  if (isAscii) return `${quote}${text.replace(quote === '"' ? /["\\]/g : /['\\]/g, '\\$&')}${quote}`;
  const body = mapCharacters(text, (character, isSeen) => {
    if (character === '\\' || character === quote) return `\\${character}`;
    return isSeen ? character : escapeSequence(character);
  });
  return `${quote}${body}${quote}`;
}

/** A text cut at its long repetitions: nearly always one part that stands once. */
export function partsOf(text: string): TextPart[] {
  if (text.length < longRun) return [{ unit: text, times: 1 }];
  const whole = repetition(text);
  return whole === undefined ? pieces(text) : [whole];
}

function repetition(text: string): TextPart | undefined {
  for (let size = 1; size <= longestUnit; size++) {
    if (text.length % size !== 0 || text.charCodeAt(size) !== text.charCodeAt(0)) continue;
    const unit = text.slice(0, size);
    if (!/[\uD800-\uDFFF]/.test(unit) && unit.repeat(text.length / size) === text) {
      return { unit, times: text.length / size };
    }
  }
  return undefined;
}

/** Cuts a text at its long runs of one character. */
function pieces(text: string): TextPart[] {
  const result: TextPart[] = [];
  let start = 0;
  // By hand: the engine of regular expressions takes a step of its stack for each repetition.
  for (let index = 0, end = 0; index < text.length; index = end) {
    const code = text.charCodeAt(index);
    end = index + 1;
    while (text.charCodeAt(end) === code) end++;
    if (end - index < longRun || (code >= 0xd800 && code <= 0xdfff)) continue;
    if (index > start) result.push({ unit: text.slice(start, index), times: 1 });
    result.push({ unit: text.charAt(index), times: end - index });
    start = end;
  }
  if (start < text.length || result.length === 0) result.push({ unit: text.slice(start), times: 1 });
  return result;
}
