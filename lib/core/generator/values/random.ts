import { stableHash } from '../../stable-hash';

/** A source of numbers that depends on its seed text only. */
export interface Random {
  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number;
  pick<Item>(items: readonly Item[]): Item | undefined;
}

/** Mulberry32 over the hash of a text. */
export function createRandom(seed: string): Random {
  let state = stableHash(seed) >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  };
  return { below, pick: (items) => items[below(items.length)] };
}
