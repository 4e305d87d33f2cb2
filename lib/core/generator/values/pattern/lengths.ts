import type { PatternNode } from './syntax';

export interface Lengths {
  min: number;
  max: number;
}

/** The shortest and longest text of a node, in characters; lengths between need not all exist. */
export function lengthsOf(node: PatternNode): Lengths {
  switch (node.kind) {
    case 'set':
      return { min: 1, max: 1 };
    case 'sequence':
      return node.parts.map(lengthsOf).reduce(add, { min: 0, max: 0 });
    case 'choice': {
      const all = node.branches.map(lengthsOf);
      return { min: Math.min(...all.map(({ min }) => min)), max: Math.max(...all.map(({ max }) => max)) };
    }
    case 'repeat': {
      const { min, max } = lengthsOf(node.body);
      return { min: min * node.min, max: max === 0 || node.max === 0 ? 0 : max * node.max };
    }
    default:
      return { min: 0, max: 0 };
  }
}

function add(left: Lengths, right: Lengths): Lengths {
  return { min: left.min + right.min, max: left.max + right.max };
}
