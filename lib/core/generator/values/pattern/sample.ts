import type { Random } from '../random';

import { lengthsOf } from './lengths';
import type { PatternNode } from './syntax';
import { writeText } from './write';

const usualLength = 8;
const mostAttempts = 60;

export interface LengthBounds {
  min: number;
  max: number;
}

/**
 * Texts that match a pattern within length bounds, checked with `accepts`; the shortest usual ones first. Ends after
 * a bounded number of attempts, with none where it finds none.
 */
export function* sampleTexts(
  tree: PatternNode,
  bounds: LengthBounds,
  random: Random,
  accepts: (text: string) => boolean,
): Generator<string> {
  const own = lengthsOf(tree);
  const isPadded = own.max < bounds.min;
  const written = isPadded ? withPadding(tree) : tree;
  const range = lengthsOf(written);
  const min = Math.max(range.min, bounds.min);
  const max = Math.min(range.max, bounds.max);
  if (min > max) return;
  const usual = Math.min(max, Math.max(min, usualLength));
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const length = attempt === 0 ? usual : lengthOf(attempt, { min, max }, usual);
    const text = writeText(written, length, { random, isMixed: attempt % 4 !== 0 });
    if (text !== undefined && accepts(text)) yield text;
  }
}

/** Tries lengths around the usual one, then longer ones, which satisfy more demands at once. */
function lengthOf(attempt: number, { min, max }: LengthBounds, usual: number): number {
  const step = Math.ceil(attempt / 3);
  const length = attempt % 3 === 0 ? usual + step : attempt % 3 === 1 ? min + step - 1 : usual;
  return Math.min(max, Math.max(min, length));
}

const letters: PatternNode = {
  kind: 'repeat',
  min: 0,
  max: Infinity,
  body: { kind: 'set', has: (character) => /^[a-z]$/.test(character) },
};

/** A pattern is not anchored: where it does not say `^` or `$`, letters may stand before or after. */
function withPadding(tree: PatternNode): PatternNode {
  if (tree.kind === 'choice') return { kind: 'choice', branches: tree.branches.map(withPadding) };
  const parts = tree.kind === 'sequence' ? tree.parts : [tree];
  const hasStart = parts.some((part) => part.kind === 'start');
  const hasEnd = parts.some((part) => part.kind === 'end');
  return {
    kind: 'sequence',
    parts: [...(hasStart ? [] : [letters]), ...parts, ...(hasEnd ? [] : [letters])],
  };
}
