import { lineLength } from '../../python/layout/lay-out';
import { atom, call } from '../../python/layout/node';
import type { Name } from '../plan/expression';

import { LaidOut } from './printed';

const before = 'def '.length;
const after = ':'.length;

/** `name(argument, …)` between `def ` and the colon of a function that is indented so far. */
export function signature(indent: number, name: Name, args: readonly string[]): LaidOut {
  const node = call(name, args.map(atom));
  const [only] = args;
  const isBroken = indent + before + node.width + after > lineLength;
  // A lone parameter that stands on a line of its own has a comma behind it; several that share one have none.
  if (only === undefined || args.length > 1 || !isBroken) return new LaidOut(node, indent, before, after);
  return new LaidOut(call(name, [atom(`${only},`)]), indent, before, after);
}
