import type { FaultId } from '../library/faults';

/** See `ServiceUnderTest.missed`. */
export const missed: Partial<Record<FaultId, string>> = {
  'recording-rpm-of-cd-accepted': 'no test adds a member that the else of a condition excludes',
  'list-two-pinned-accepted': 'two entries need two existing items that differ',
  'loan-id-minimum-unchecked': '404 is a fair answer to an id of the wrong form',
  'suggestion-without-title': 'the content of an answer in XML is not compared with its schema',
  'subject-children-lost':
    'lists are not compared, because a document does not say whether their order counts',
  'wrong-token-accepted-where-optional': 'a server may ignore a wrong credential where none is needed',
  'lists-of-everyone': 'no document says whose things a list shows',
};
