import { escapeSequence, isPlain, mapCharacters } from './characters';

const longestLine = 300;

/**
 * A text as a docstring of one line. Blanks and line ends become single spaces; what a reader would not see is written
 * as an escape; quotes and backslashes cannot end or alter the literal.
 */
export function pythonDocstring(text: string): string {
  const whole = oneLine(text) || 'Not described.';
  const line = isPlain(whole)
    ? whole.replaceAll('\\', '\\\\')
    : mapCharacters(whole, (character, isSeen) => {
        if (character === '\\') return '\\\\';
        return isSeen ? character : escapeSequence(character);
      });
  // A quote is escaped where it stands next to another one or to the delimiters.
  const body = line.replace(/^"|"(?="|$)/g, '\\"');
  return `"""${body}"""`;
}

/** Comments that tools obey: a document must not switch off a check or declare an encoding (PEP 263). */
const obeyed =
  /\b(noqa|nosec|type|fmt|yapf|isort|ruff|flake8|mypy|pyright|pylint|pragma|coding)(?=\s*[:=]|\b)/gi;

/** A text as a comment of one line, which no tool takes for an instruction. */
export function pythonComment(text: string): string {
  const line = mapCharacters(oneLine(text), (character, isSeen) =>
    isSeen ? character : escapeSequence(character),
  );
  const harmless = line.replace(obeyed, (word: string, _name: string, offset: number) => {
    const isInstruction = /^\s*[:=]/.test(line.slice(offset + word.length)) || /^no(qa|sec)$/i.test(word);
    return isInstruction ? `${word.slice(0, 2)}-${word.slice(2)}` : word;
  });
  return `# ${harmless}`.trimEnd();
}

/** Half of a surrogate pair is no character: Python cannot encode a docstring that holds one. */
function oneLine(text: string): string {
  const line = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .trim();
  if (line.length <= longestLine) return line;
  const characters = [...line];
  return characters.length <= longestLine ? line : `${characters.slice(0, longestLine - 3).join('')}...`;
}
