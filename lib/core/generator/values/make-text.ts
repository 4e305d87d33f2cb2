import { characterCount } from './character-count';
import type { Constraints } from './constraints';
import { isHarmless, reservedTexts } from './harmless';
import { matches } from './members';
import { sampleTexts } from './pattern/sample';
import { realisticTexts } from './realistic-text';
import { fakerAt, randomAt, wordsOf, type Making, type Spot } from './spot';
import { isCarried } from './wire';

/** The longest text that is worth writing into a test. */
export const longestText = 100_000;

/** Whether a text keeps all rules on text, and can be sent. */
export function isTextAllowed(making: Making, text: string, rules: Constraints, depth: number): boolean {
  const length = characterCount(text);
  return (
    length >= rules.minLength &&
    length <= rules.maxLength &&
    isCarried(text, making.place, depth) &&
    rules.patterns.every((source) => isIgnored(making, source) || matches(making.validator, source, text)) &&
    rules.formats.every((format) => making.validator.isOfFormat(format, text))
  );
}

function isIgnored(making: Making, source: string): boolean {
  return 'ignored' in making.validator.patternOf(source);
}

/** Texts for a place, the most realistic first. Only those that keep the rules. */
export function* textsAt(making: Making, spot: Spot, rules: Constraints): Generator<string> {
  if (rules.minLength > longestText || rules.minLength > rules.maxLength) return;
  const allowed = (text: string) => isTextAllowed(making, text, rules, spot.depth);
  const realistic = realisticTexts(
    wordsOf(spot.owner, spot.name),
    rules.formats,
    fakerAt(making, spot),
    making.words.locale,
  );
  for (const text of realistic) {
    const missing = 'x'.repeat(Math.max(0, rules.minLength - text.length));
    const longer = missing === '' ? [] : [`${text}${missing}`, `${missing}${text}`];
    for (const shaped of [text, shapeLength(text, rules), slugged(text, rules), ...longer]) {
      if (allowed(shaped)) yield shaped;
    }
  }
  const bounds = { min: rules.minLength, max: Math.min(rules.maxLength, longestText) };
  const reserved = reservedTexts(rules.patterns, isPhone(wordsOf(spot.name)));
  yield* reserved.filter(allowed).slice(spot.variation);
  // What may belong to somebody only where nothing else is allowed.
  for (const accepts of [(text: string) => isHarmless(text) && allowed(text), allowed]) {
    for (const source of rules.patterns) {
      const pattern = making.validator.patternOf(source);
      if (!('ignored' in pattern)) yield* sampleTexts(pattern.tree, bounds, randomAt(making, spot), accepts);
    }
  }
  if (rules.patterns.length > 1) yield* joined(making, spot, rules.patterns).filter(allowed);
  const plain = 'abcdefghijklmnopqrstuvwxyz'.slice(0, Math.min(8, rules.maxLength));
  for (const text of [shapeLength(plain, rules), 'x'.repeat(Math.min(rules.minLength, longestText))]) {
    if (allowed(text)) yield text;
  }
}

function isPhone(words: string): boolean {
  return /\b(phone|mobile|fax|tel(ephone)?)( number)?$/.test(words);
}

/** Cuts at a word where it can, or repeats a text to its shortest length. */
function shapeLength(text: string, { minLength, maxLength }: Constraints): string {
  if (text.length > maxLength) {
    const cut = text.slice(0, maxLength);
    const word = cut.lastIndexOf(' ');
    return (word >= minLength && word > 0 ? cut.slice(0, word) : cut).trim().padEnd(minLength, 'x');
  }
  return text.length >= minLength
    ? text
    : `${text} `
        .repeat(Math.ceil(minLength / (text.length + 1)))
        .slice(0, minLength)
        .replace(/ $/, 'x');
}

/** Patterns often ask for lower-case words with dashes. */
function slugged(text: string, rules: Constraints): string {
  return shapeLength(text, rules)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

/** Patterns that look for something anywhere are satisfied together by their samples one after the other. */
function joined(making: Making, spot: Spot, patterns: readonly string[]): string[] {
  const samples = patterns.flatMap((source) => {
    const pattern = making.validator.patternOf(source);
    if ('ignored' in pattern) return [];
    const natural = sampleTexts(
      pattern.tree,
      { min: 1, max: longestText },
      randomAt(making, spot),
      pattern.test,
    );
    const { value } = natural.next();
    return typeof value === 'string' ? [value] : [];
  });
  return [samples.join(' '), samples.join('')];
}
