import type { Category } from '../suite';

import { acceptBodies } from './accept-bodies';
import { acceptBoundaries } from './accept-boundaries';
import { acceptParameters } from './accept-parameters';
import { acceptRequest } from './accept-request';
import { lifeCycle } from './life-cycle';
import type { Rule } from './operation-plan';
import { rejectBodyViolations } from './reject-body-violations';
import { rejectBrokenBodies } from './reject-broken-bodies';
import { rejectCredentials } from './reject-credentials';
import { rejectDuplicate } from './reject-duplicate';
import { rejectMethods } from './reject-methods';
import { rejectParameterViolations } from './reject-parameter-violations';
import { rejectUnknownId } from './reject-unknown-id';
import { replaceRestoresDefaults, updateLeavesTheRest } from './what-a-change-leaves';
import { refusedChangesNothing } from './what-a-refusal-leaves';

/** Every reason to write a test, in the order in which its cases are listed. */
export const allRules: { category: Category; rule: Rule }[] = [
  { category: 'crud', rule: acceptRequest },
  { category: 'crud', rule: acceptBodies },
  { category: 'crud', rule: acceptParameters },
  { category: 'crud', rule: lifeCycle },
  { category: 'crud', rule: updateLeavesTheRest },
  { category: 'crud', rule: replaceRestoresDefaults },
  { category: 'crud', rule: acceptBoundaries },
  { category: 'validation', rule: rejectParameterViolations },
  { category: 'validation', rule: rejectBodyViolations },
  { category: 'error', rule: rejectCredentials },
  { category: 'error', rule: refusedChangesNothing },
  { category: 'error', rule: rejectUnknownId },
  { category: 'error', rule: rejectBrokenBodies },
  { category: 'error', rule: rejectDuplicate },
  { category: 'error', rule: rejectMethods },
];
