import type { Category } from '../suite';

import { acceptBodies } from './accept-bodies';
import { acceptBoundaries } from './accept-boundaries';
import { acceptBranches } from './accept-branches';
import { acceptCredentials } from './accept-credentials';
import { acceptMediaTypes } from './accept-media-types';
import { acceptOptionalMembers } from './accept-optional-members';
import { acceptParameters } from './accept-parameters';
import { acceptRequest } from './accept-request';
import { acceptedIsDone } from './accepted-is-done';
import { conditionalRequests, rejectTags } from './conditional-requests';
import { errorInternals } from './error-internals';
import { headLikeGet } from './head-like-get';
import { jsonPatches, rejectPartialPatches } from './json-patches';
import { lifeCycle } from './life-cycle';
import { listAllPages } from './list-all-pages';
import { listFilters } from './list-filters';
import { listOfParent } from './list-of-parent';
import { listPages } from './list-pages';
import { listSorts } from './list-sorts';
import { locationLeadsThere } from './location-leads-there';
import { massAssignment } from './mass-assignment';
import type { Rule } from './operation-plan';
import { preferCodes } from './preferred-codes';
import { probeInputs } from './probe-inputs';
import { readOnlyMembers } from './read-only-members';
import { readPerformance } from './read-performance';
import { refusedCreateLeavesNothing } from './refused-create-leaves-nothing';
import { refusedIdentitiesChangeNothing } from './refused-identities';
import { rejectAccept } from './reject-accept';
import { rejectBodyViolations } from './reject-body-violations';
import { rejectBranchViolations } from './reject-branch-violations';
import { rejectBrokenBodies } from './reject-broken-bodies';
import { rejectCredentials } from './reject-credentials';
import { rejectDuplicate } from './reject-duplicate';
import { rejectLargeBodies } from './reject-large-bodies';
import { rejectMethods } from './reject-methods';
import { rejectOtherIdentities } from './reject-other-identities';
import { rejectParameterViolations } from './reject-parameter-violations';
import { rejectPartOfCredentials } from './reject-part-of-credentials';
import { rejectPartTypes } from './reject-part-types';
import { rejectUnknownId } from './reject-unknown-id';
import { repeatedWrites } from './repeated-writes';
import { robustBodies } from './robust-bodies';
import { robustParameters } from './robust-parameters';
import { updateClears } from './update-clears';
import { replaceRestoresDefaults, updateLeavesTheRest } from './what-a-change-leaves';
import { refusedChangesNothing } from './what-a-refusal-leaves';

/** Every reason to write a test, in the order in which its cases are listed. */
export const allRules: { category: Category; rule: Rule }[] = [
  { category: 'crud', rule: acceptRequest },
  { category: 'crud', rule: acceptBodies },
  { category: 'crud', rule: acceptBranches },
  { category: 'crud', rule: acceptOptionalMembers },
  { category: 'crud', rule: acceptMediaTypes },
  { category: 'crud', rule: acceptParameters },
  { category: 'crud', rule: headLikeGet },
  { category: 'crud', rule: lifeCycle },
  { category: 'crud', rule: updateLeavesTheRest },
  { category: 'crud', rule: updateClears },
  { category: 'crud', rule: jsonPatches },
  { category: 'crud', rule: conditionalRequests },
  { category: 'crud', rule: acceptedIsDone },
  { category: 'crud', rule: replaceRestoresDefaults },
  { category: 'crud', rule: repeatedWrites },
  { category: 'crud', rule: readOnlyMembers },
  { category: 'crud', rule: locationLeadsThere },
  { category: 'crud', rule: listOfParent },
  { category: 'crud', rule: listPages },
  { category: 'crud', rule: listAllPages },
  { category: 'crud', rule: listFilters },
  { category: 'crud', rule: listSorts },
  { category: 'crud', rule: acceptBoundaries },
  { category: 'validation', rule: rejectParameterViolations },
  { category: 'validation', rule: rejectBodyViolations },
  { category: 'validation', rule: rejectBranchViolations },
  { category: 'auth', rule: rejectCredentials },
  { category: 'auth', rule: rejectPartOfCredentials },
  { category: 'auth', rule: rejectOtherIdentities },
  { category: 'auth', rule: refusedIdentitiesChangeNothing },
  { category: 'auth', rule: acceptCredentials },
  { category: 'error', rule: refusedChangesNothing },
  { category: 'error', rule: rejectUnknownId },
  { category: 'error', rule: rejectBrokenBodies },
  { category: 'error', rule: rejectPartTypes },
  { category: 'error', rule: rejectDuplicate },
  { category: 'error', rule: rejectMethods },
  { category: 'error', rule: refusedCreateLeavesNothing },
  { category: 'error', rule: rejectTags },
  { category: 'error', rule: rejectPartialPatches },
  { category: 'error', rule: rejectAccept },
  { category: 'error', rule: rejectLargeBodies },
  { category: 'error', rule: preferCodes },
  { category: 'error', rule: robustBodies },
  { category: 'error', rule: robustParameters },
  { category: 'performance', rule: readPerformance },
  { category: 'security', rule: massAssignment },
  { category: 'security', rule: probeInputs },
  { category: 'security', rule: errorInternals },
];
