import type { Expression, Name } from './expression';
import type { Path } from './request-body';

/** What a test of refusals changes in an accepted request, so that tests of several rules can be rows of one. */
export interface Refusals {
  /** The argument of the request that is changed. */
  part: Name;
  /** The body that is changed; other parts are given whole. */
  base?: Expression;
  /** What tells that body from the usual one, in words: ` as card payment`. */
  words: string;
  keyword: string;
  isRemoval: boolean;
  /** One for each row, in their order; one where there are no rows. */
  items: Refusal[];
}

/** One refused request. */
export interface Refusal {
  /** Which rule it breaks, as words that make an id: `title longer than 200`. */
  breaks: string;
  /** Which near miss it is, where the rule has several. */
  miss?: string;
  /** Where the body is changed. */
  path?: Path;
  /** The value there, or the whole part. */
  value?: Expression;
}
