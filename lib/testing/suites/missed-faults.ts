import type { FaultId } from '../shop/faults';

const lifeCycle = 'no rule of the generator looks for it yet';

/** Faults that generated suites do not find, and why. */
export const missed: Partial<Record<FaultId, string>> = {
  'search-text-min-length-unchecked': 'many servers read an empty value as an absent one',
  'order-id-pattern-unchecked': '404 is a fair answer to an id of the wrong form',
  'category-id-minimum-unchecked': '404 is a fair answer to an id of the wrong form',
  'product-id-format-unchecked': '404 is a fair answer to an id of the wrong form',
  'unknown-reference-accepted': 'no schema says that a category must exist',
  'any-scheme-accepted': lifeCycle,
  'location-wrong': lifeCycle,
  'create-loses-list': 'lists are not compared, because a document does not say whether their order counts',
  'read-only-stored': lifeCycle,
  'patch-null-ignored': lifeCycle,
  'list-without-new': lifeCycle,
  'reviews-of-all-products': lifeCycle,
  'limit-ignored': lifeCycle,
  'offset-ignored': lifeCycle,
  'filter-ignored': lifeCycle,
  'sort-ignored': lifeCycle,
};
