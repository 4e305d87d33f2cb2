import type { Bench } from '../bench';
import { rulesOf } from '../bench';
import { characterCount } from '../character-count';
import { longestText } from '../make-text';
import { sampleTexts } from '../pattern/sample';
import { createRandom } from '../random';
import { repeatedText } from '../repeated-text';
import { countOf } from '../sound';
import { isTextPlace } from '../wire';

import { nearMissesOf } from './formats';
import { replacing, type Proposer } from './proposal';

/** `minLength`, `maxLength`: one character fewer or more, and the empty text. */
export const wrongLength: Proposer = function* (bench, location, node) {
  if (typeof location.value !== 'string') return;
  const shortest = countOf(node.minLength);
  const { patterns } = rulesOf(location);
  if (shortest !== undefined && shortest > 0 && shortest <= longestText) {
    const texts = textsOfLength(bench, location.value, shortest - 1, patterns);
    yield replacing(
      location,
      node,
      'minLength',
      shortest,
      shortest === 1 ? 'empty' : `one-under-${shortest}`,
      texts,
    );
    if (shortest > 2) yield replacing(location, node, 'minLength', shortest, 'empty', ['']);
  }
  const longest = countOf(node.maxLength);
  if (longest === undefined) return;
  if (longest >= longestText) {
    yield {
      keyword: 'maxLength',
      node,
      reason: `A text longer than ${longestText} characters is impractical to send.`,
    };
    return;
  }
  const texts = textsOfLength(bench, location.value, longest + 1, patterns);
  yield replacing(location, node, 'maxLength', longest, `one-over-${longest}`, texts);
};

/**
 * Texts of a length: plain letters, the value itself cut or filled up, and samples of the patterns. Each is made when it
 * is asked for: the first one mostly serves, and they may be long.
 */
export function* textsOfLength(
  bench: Bench,
  value: string,
  length: number,
  patterns: readonly string[],
): Generator<string> {
  const given = new Set<string>();
  for (const text of candidates(bench, value, length, patterns)) {
    if (characterCount(text) !== length || given.has(text)) continue;
    given.add(text);
    yield text;
  }
}

function* candidates(
  bench: Bench,
  value: string,
  length: number,
  patterns: readonly string[],
): Generator<string> {
  const characters = [...value];
  const cut = characters.slice(0, length).join('').trim();
  if (length < 40 && length > 0) yield cut;
  if (/^\d+$/.test(value)) yield repeatedText('1', length);
  yield repeatedText('x', length);
  if (characters.length < length) yield* fillUp(value, length - characters.length);
  yield cut;
  yield repeatedText(characters.find((character) => /[A-Za-z0-9]/.test(character)) ?? 'x', length);
  yield repeatedText('1', length);
  yield* samples(bench, length, patterns);
}

/** Lengthens a text without changing what kind it is: an address keeps its domain. */
function fillUp(value: string, missing: number): string[] {
  const at = value.indexOf('@');
  const name = at > 0 ? [`${'x'.repeat(missing)}${value}`] : [];
  return [
    ...name,
    `${value}${'x'.repeat(missing)}`,
    `${value}${'1'.repeat(missing)}`,
    `${'x'.repeat(missing)}${value}`,
  ];
}

const mostSamples = 3;

function* samples(bench: Bench, length: number, patterns: readonly string[]): Generator<string> {
  for (const source of patterns) {
    const pattern = bench.validator.patternOf(source);
    if ('ignored' in pattern) continue;
    const random = createRandom(`${bench.seed}\n${source}\n${length}`);
    let left = mostSamples;
    for (const text of sampleTexts(pattern.tree, { min: length, max: length }, random, pattern.test)) {
      yield text;
      if (--left === 0) break;
    }
  }
}

/** `pattern`: texts that differ from a matching one by a little. */
export const patternMiss: Proposer = function* (bench, location, node) {
  const { value } = location;
  if (typeof value !== 'string' || typeof node.pattern !== 'string') return;
  const pattern = bench.validator.patternOf(node.pattern);
  if ('ignored' in pattern) {
    yield { keyword: 'pattern', node, reason: pattern.ignored };
    return;
  }
  const middle = Math.floor(value.length / 2);
  const replaced = (mark: string) => value.slice(0, middle) + mark + value.slice(middle + 1);
  const rows: [string, string[]][] = [
    ['wrong-character', [...['!', '#', 'x', '1', 'é'].map(replaced)]],
    ['extra-at-end', [`${value}!`, `${value}x`, `${value}1`]],
    ['extra-at-start', [`!${value}`, `x${value}`, `1${value}`]],
    ['cut-short', [value.slice(0, -1), value.slice(1)]],
    ['other-case', [value.toUpperCase(), value.toLowerCase()].filter((text) => text !== value)],
    ...(isTextPlace(bench.place) ? [] : [['trailing-newline', [`${value}\n`]] satisfies [string, string[]]]),
  ];
  let found = 0;
  for (const [id, texts] of rows) {
    const missing = texts.filter((text) => !pattern.test(text));
    if (missing.length === 0) continue;
    found++;
    yield replacing(location, node, 'pattern', node.pattern, id, missing);
  }
  const others = ['!!!', '!', 'not matching', '0', ''].filter((text) => !pattern.test(text));
  if (found < 2 || others.length > 0) {
    yield replacing(location, node, 'pattern', node.pattern, 'unlike', [
      ...others.flatMap((text) => textsLike(text, value.length)),
      ...others,
    ]);
  }
};

function textsLike(text: string, length: number): string[] {
  return text === '' ? [] : [text.repeat(Math.ceil(length / text.length)).slice(0, length)];
}

/** `format`: near misses of each known format. */
export const formatMiss: Proposer = function* (bench, location, node) {
  if (typeof location.value !== 'string' || typeof node.format !== 'string' || !bench.assertFormats) return;
  for (const [id, text] of nearMissesOf(node.format)) {
    yield replacing(location, node, 'format', node.format, id, [text]);
  }
};
