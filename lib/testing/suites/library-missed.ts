import type { FaultId } from '../library/faults';

/** See `ServiceUnderTest.missed`. */
export const missed: Partial<Record<FaultId, string>> = {
  'book-contains-unchecked': 'no test makes the one contributor of a body something else than its author',
  'contributor-role-enum-unchecked': 'with one contributor, another role breaks two rules',
  'recording-rpm-of-cd-accepted': 'no test adds a member that the else of a condition excludes',
  'list-two-pinned-accepted': 'two entries need two existing items that differ',
  'loan-id-minimum-unchecked': '404 is a fair answer to an id of the wrong form',
  'suggestion-without-title': 'the content of an answer in XML is not compared with its schema',
  'subject-children-lost':
    'lists are not compared, because a document does not say whether their order counts',
  'item-filter-ignored': 'the members of a deepObject filter are not compared with what the list shows',
  'wrong-token-accepted-where-optional': 'a server may ignore a wrong credential where none is needed',
  'lists-of-everyone': 'no document says whose things a list shows',
  'malformed-xml-answers-500': 'only JSON is sent malformed',
  'cover-part-type-unchecked': 'no test sends a part of a form in another media type',
};
