import type { CharacterSet } from './syntax';

const lower = [...'abcdefghijklmnopqrstuvwxyz'];
const upper = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const digits = [...'0123456789'];
const marks = [...'-_.,:;!?@#$%&*+=~^()[]{}<>/|\'`"\\'];
const tiers = [lower, upper, digits, marks, [' ']];

const plain = new WeakMap<CharacterSet, string[]>();
const mixed = new WeakMap<CharacterSet, string[]>();

/** Characters of a class, the plainest first choice: letters before digits before marks before other scripts. */
export function membersOf(set: CharacterSet, isMixed: boolean): string[] {
  const known = (isMixed ? mixed : plain).get(set);
  if (known) return known;
  const found = isMixed ? tiers.flatMap((tier) => tier.filter(set.has)) : plainest(set);
  const members = found.length > 0 ? found : fromOtherScripts(set);
  (isMixed ? mixed : plain).set(set, members);
  return members;
}

function plainest(set: CharacterSet): string[] {
  for (const tier of tiers) {
    const found = tier.filter(set.has);
    if (found.length > 0) return found;
  }
  return [];
}

function fromOtherScripts(set: CharacterSet): string[] {
  const found: string[] = [];
  for (let code = 0x4e00; code < 0x4e00 + 0x10000 && found.length < 20; code++) {
    const point = code % 0x10000;
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const character = String.fromCodePoint(point);
    if (set.has(character)) found.push(character);
  }
  return found;
}
