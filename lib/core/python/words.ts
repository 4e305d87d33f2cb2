import { shortHash } from '../stable-hash';

/**
 * The words of a text in lower-case ASCII: cut at everything else and where camel case has a hump; accents are
 * dropped. A text that loses letters or digits on the way (another script) gets a short hash as its last word, so
 * that two such texts stay apart and keep their names from run to run.
 */
export function asciiWords(text: string): readonly string[] {
  const known = taken.get(text);
  if (known) return known;
  const words = takeApart(text);
  if (taken.size >= mostKept) taken.clear();
  if (text.length <= longestKept) taken.set(text, words);
  return words;
}

/** The names of one document repeat each other many times over. */
const taken = new Map<string, readonly string[]>();
const mostKept = 20_000;
const longestKept = 200;

function takeApart(text: string): string[] {
  // Names that are put together of names have no humps any more.
  if (/^[a-z0-9_ ]*$/.test(text)) return text.split(/[_ ]+/).filter((word) => word !== '');
  // Most names are ASCII, and the properties of Unicode are slow to ask for.
  const isPlain = /^[\x20-\x7e]*$/.test(text);
  const plain = isPlain ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  const words = plain
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  const isLossy = !isPlain && /[^\p{ASCII}]/u.test(plain.replace(/[^\p{L}\p{N}]/gu, ''));
  return isLossy ? [...words, shortHash(text)] : words;
}

/** As many words as fit; a first word that is too long is cut. */
export function fitWords(words: readonly string[], separator: string, maxLength: number): string[] {
  const fitting: string[] = [];
  let length = 0;
  for (const word of words) {
    const next = length + (fitting.length === 0 ? 0 : separator.length) + word.length;
    if (next > maxLength) break;
    fitting.push(word);
    length = next;
  }
  if (fitting.length > 0 || words.length === 0) return fitting;
  return [words[0]?.slice(0, maxLength) ?? ''];
}
