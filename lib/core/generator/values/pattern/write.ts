import type { Random } from '../random';

import { lengthsOf } from './lengths';
import { membersOf } from './members';
import type { PatternNode } from './syntax';

export interface WriteOptions {
  random: Random;
  /** Takes characters from the whole of each class instead of the plainest part. */
  isMixed: boolean;
}

/**
 * A text of exactly `length` characters that a node can have produced. What looks around or back is read over, so
 * the result must be checked.
 *
 * @returns `undefined` where the node has no text of that length, or none was found.
 */
export function writeText(node: PatternNode, length: number, options: WriteOptions): string | undefined {
  switch (node.kind) {
    case 'set':
      return length === 1 ? options.random.pick(membersOf(node, options.isMixed)) : undefined;
    case 'sequence':
      return writeAll(node.parts, length, options);
    case 'choice': {
      const fitting = node.branches.filter((branch) => fits(branch, length));
      const chosen = options.isMixed ? options.random.pick(fitting) : fitting[0];
      return chosen && writeText(chosen, length, options);
    }
    case 'repeat':
      return writeRepeat(node, length, options);
    default:
      return length === 0 ? '' : undefined;
  }
}

function fits(node: PatternNode, length: number): boolean {
  const { min, max } = lengthsOf(node);
  return length >= min && length <= max;
}

function writeRepeat(
  node: Extract<PatternNode, { kind: 'repeat' }>,
  length: number,
  options: WriteOptions,
): string | undefined {
  const { min, max } = lengthsOf(node.body);
  if (length === 0 && node.min * min === 0) return '';
  if (max === 0) return length === 0 ? '' : undefined;
  const fewest = Math.max(node.min, Math.ceil(length / max));
  const most = Math.min(node.max, min === 0 ? length : Math.floor(length / min));
  if (fewest > most) return undefined;
  for (let times = fewest; times <= Math.min(most, fewest + 3); times++) {
    const copies = Array.from({ length: times }, () => node.body);
    const text = writeAll(copies, length, options);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Gives each part its shortest length, then what is left to the parts that can grow, from left to right. */
function writeAll(parts: PatternNode[], length: number, options: WriteOptions): string | undefined {
  const ranges = parts.map(lengthsOf);
  let left = length - ranges.reduce((total, { min }) => total + min, 0);
  if (left < 0) return undefined;
  let text = '';
  const growing = ranges.filter(({ min, max }) => max > min).length;
  let share = growing > 1 && options.isMixed ? Math.ceil(left / growing) : left;
  for (const [index, part] of parts.entries()) {
    const { min, max } = ranges[index] ?? { min: 0, max: 0 };
    share = Math.min(share, left);
    const extra = Math.min(share, max - min);
    const piece = writeText(part, min + extra, options) ?? writeText(part, min, options);
    if (piece === undefined) return undefined;
    left -= [...piece].length - min;
    text += piece;
  }
  return left === 0 ? text : undefined;
}
