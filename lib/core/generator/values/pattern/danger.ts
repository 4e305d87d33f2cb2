import type { PatternNode } from './syntax';

/** From here on a bounded repetition costs a backtracking engine as much as an unbounded one. */
const manyTimes = 20;
const mostOverlapping = 3;

/**
 * Whether a backtracking engine may take more than some cubic time for a pattern: repetitions within repetitions, or
 * many of them in a row.
 */
export function mayBacktrack(node: PatternNode): boolean {
  return repetitions(node) > mostOverlapping;
}

/** Counts the long repetitions that may share the same characters; a nested one counts as too many. */
function repetitions(node: PatternNode): number {
  switch (node.kind) {
    case 'sequence': {
      const parts = node.parts.filter((part) => part.kind !== 'look').map(repetitions);
      // Looks start anew at one place each, and never give back what they took.
      const looks = node.parts.filter((part) => part.kind === 'look').map(repetitions);
      return Math.max(sum(parts), ...looks);
    }
    case 'choice':
      return Math.max(...node.branches.map(repetitions));
    case 'look':
      return repetitions(node.body);
    case 'repeat': {
      const inner = repetitions(node.body);
      if (node.max <= manyTimes) return inner * Math.max(node.max, 1);
      return inner > 0 || hasChoice(node.body) ? Infinity : 1;
    }
    default:
      return 0;
  }
}

function hasChoice(node: PatternNode): boolean {
  if (node.kind === 'choice') return true;
  if (node.kind === 'sequence') return node.parts.some(hasChoice);
  if (node.kind === 'repeat') return node.min !== node.max || hasChoice(node.body);
  return node.kind === 'look';
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
