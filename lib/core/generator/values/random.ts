import { stableHash } from '../../stable-hash';

/** A source of numbers that depends on its seed text only. */
export interface Random {
  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number;
  pick<Item>(items: readonly Item[]): Item | undefined;
}

/** Mulberry32: numbers from 0 up to 1 that depend on the start only. */
export function numbersFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Starts from the hash of a text. */
export function createRandom(seed: string): Random {
  const next = numbersFrom(stableHash(seed));
  const below = (bound: number): number => Math.floor(next() * bound);
  return { below, pick: (items) => items[below(items.length)] };
}
