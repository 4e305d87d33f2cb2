import type { TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { documents } from '../plan/expected';
import { name } from '../plan/expression';
import { refusedToOthers } from '../plan/ownership';
import { needsCredentials } from '../plan/security';

import { expectRefusal, isWrite, otherUser, readOnlyUser, schemeSource } from './credentials';
import type { OperationPlan } from './operation-plan';
import { requireAccepted, send } from './steps';
import { writeCase } from './write-case';

/** What a user with fewer rights, or without a claim to the thing, is refused (RFC 9110 section 15.5.4). */
export function rejectOtherIdentities(plan: OperationPlan): TestCase[] {
  if (!needsCredentials(plan.operation)) return [];
  return [...lowerRole(plan), ...notTheOwner(plan)];
}

function lowerRole(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  if (!isWrite(operation) || !documents(operation, 403)) return [];
  return [
    writeCase(plan, {
      category: 'auth',
      rule: 'read-only-identity',
      place: 'security',
      section: 'auth',
      title: 'rejects the read only user',
      doc: `${operation.method.toUpperCase()} ${operation.path} requires more rights than to read`,
      risk: 84,
      fixtures: [readOnlyUser.via],
      steps: [
        requireAccepted(plan),
        send(plan, { via: name(readOnlyUser.via) }, [schemeSource(plan)]),
        expectRefusal(plan, {
          statuses: [403],
          broken: 'the read only user may not write',
          fault: readOnlyUser.fault,
        }),
      ],
    }),
  ];
}

/** Only where the document says that there are owners, and of what the tests made themselves. */
function notTheOwner(plan: OperationPlan): TestCase[] {
  const { operation, resource, fixtures, call } = plan;
  const fixture = fixtures.resourceOf(resource);
  if (!fixture || !call.fixture.uses.includes(fixture.name)) return [];
  const statuses = refusedToOthers(operation);
  if (statuses.length === 0) {
    if (documents(operation, 403) && !isWrite(operation)) {
      const reason = 'the document does not say that it has an owner';
      plan.context.report(gapOf(operation, 'another user', reason));
    }
    return [];
  }
  const source = operation.responses.find((each) => each.status === String(statuses[0]))?.source;
  return [
    writeCase(plan, {
      category: 'auth',
      rule: 'another-user',
      place: 'security',
      section: 'auth',
      title: 'rejects another user',
      doc: `The ${fixture.noun} of one user is closed to another`,
      risk: 87,
      fixtures: [otherUser.via],
      steps: [
        // What is deleted already is nobody's.
        ...(plan.role === 'delete' ? [] : [requireAccepted(plan)]),
        send(plan, { via: name(otherUser.via) }, [source ?? operation.source]),
        expectRefusal(plan, {
          statuses,
          broken: `this ${fixture.noun} belongs to somebody else`,
          fault: otherUser.fault,
        }),
      ],
    }),
  ];
}
