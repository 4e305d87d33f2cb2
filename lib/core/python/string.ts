import { escapeSequence, mapCharacters } from './characters';

/** Shorter runs are easier to read written out. */
const longRun = 40;
const longestUnit = 8;

/**
 * Any text as a Python expression of type `str`: double-quoted unless that needs more escapes, as the formatter has
 * it; a long repetition as `"x" * 201`, on its own or joined with `+`.
 */
export function pythonString(text: string): string {
  const repeated = repetition(text);
  if (repeated !== undefined) return `${quoted(repeated.unit)} * ${repeated.times}`;
  return pieces(text)
    .map((piece) => (piece.times === 1 ? quoted(piece.unit) : `${quoted(piece.unit)} * ${piece.times}`))
    .join(' + ');
}

function quoted(text: string): string {
  const doubles = text.split('"').length;
  const quote = doubles > 1 && doubles > text.split("'").length ? "'" : '"';
  const body = mapCharacters(text, (character, isSeen) => {
    if (character === '\\' || character === quote) return `\\${character}`;
    return isSeen ? character : escapeSequence(character);
  });
  return `${quote}${body}${quote}`;
}

interface Piece {
  unit: string;
  times: number;
}

function repetition(text: string): Piece | undefined {
  if (text.length < longRun) return undefined;
  for (let size = 1; size <= longestUnit; size++) {
    const unit = text.slice(0, size);
    if (
      text.length % size === 0 &&
      !/[\uD800-\uDFFF]/.test(unit) &&
      unit.repeat(text.length / size) === text
    ) {
      return { unit, times: text.length / size };
    }
  }
  return undefined;
}

/** Cuts a text at its long runs of one character. */
function pieces(text: string): Piece[] {
  const result: Piece[] = [];
  let start = 0;
  for (const run of text.matchAll(/([^\uD800-\uDFFF])\1{39,}/gsu)) {
    if (run.index > start) result.push({ unit: text.slice(start, run.index), times: 1 });
    result.push({ unit: run[1] ?? '', times: run[0].length });
    start = run.index + run[0].length;
  }
  if (start < text.length || result.length === 0) result.push({ unit: text.slice(start), times: 1 });
  return result;
}
