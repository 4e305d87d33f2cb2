import { atom, call } from '../../python/layout/node';
import type { Name } from '../plan/expression';

import { LaidOut } from './printed';

/** `name(argument, …)` between `def ` and the colon of a function that is indented so far. */
export function signature(indent: number, name: Name, args: readonly string[]): LaidOut {
  return new LaidOut(call(name, args.map(atom)), indent, 'def '.length, ':'.length);
}
