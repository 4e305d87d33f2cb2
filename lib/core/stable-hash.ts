/**
 * A 53-bit hash of text (cyrb53): the same on every machine, for names and seeds. It is no protection against
 * somebody who looks for collisions.
 */
export function stableHash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** Six characters of `[a-z0-9]` that stand for a text. */
export function shortHash(text: string): string {
  return stableHash(text).toString(36).padStart(6, '0').slice(-6);
}
