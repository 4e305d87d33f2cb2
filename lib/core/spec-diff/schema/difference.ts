import type { Schema } from '../../openapi/model';
import type { Direction } from '../change';

/** One difference between two schemas, before it is known which way the value travels. */
export interface Difference {
  kind: string;
  /** Where in the value: `` for itself, `items[].name` below. */
  at: string;
  /** What happened, e.g. `maxLength 200 became 100`. */
  text: string;
  /** The set of allowed values: smaller breaks requests, larger breaks responses; `both` and `neither` speak for themselves. */
  effect: 'narrower' | 'wider' | 'both' | 'neither';
  /** Set for a read-only (response) or write-only (request) member: it matters one way only. */
  travels?: Direction;
  /** The schema that holds the difference, and the keyword in it. */
  holder: { schema: Schema; pointer: string; side: 'before' | 'after' };
}

/** Two schemas of the same place that are compared when their turn comes: so recursion stays lazy. */
export interface Pair {
  at: string;
  before: Schema;
  after: Schema;
}

export interface Comparison {
  differences: Difference[];
  pairs: Pair[];
}

/** Adds a member name to the words for a place. */
export function below(at: string, member: string): string {
  if (member === '[]' || at === '') return `${at}${member}`;
  return `${at}.${member}`;
}
