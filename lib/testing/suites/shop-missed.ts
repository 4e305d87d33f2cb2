import type { FaultId } from '../shop/faults';

/** See `ServiceUnderTest.missed`. */
export const missed: Partial<Record<FaultId, string>> = {
  'search-text-min-length-unchecked': 'many servers read an empty value as an absent one',
  'order-id-pattern-unchecked': '404 is a fair answer to an id of the wrong form',
  'category-id-minimum-unchecked': '404 is a fair answer to an id of the wrong form',
  'product-id-format-unchecked': '404 is a fair answer to an id of the wrong form',
  'unknown-reference-accepted': 'no schema says that a category must exist',
  'create-loses-list': 'lists are not compared, because a document does not say whether their order counts',
};
