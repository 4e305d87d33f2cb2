import type { TestCase } from '../plan/case';
import { name } from '../plan/expression';
import { fixed } from '../plan/named';
import { needsCredentials } from '../plan/security';

import { expectRefusal, openFault, shownAlternatives, stateRow, unauthenticatedStatus } from './credentials';
import type { OperationPlan } from './operation-plan';
import { requireAccepted, send } from './steps';
import { writeCase } from './write-case';

/** Schemes that go together are all required: each of them is left out alone (OpenAPI "Security Requirement Object"). */
export function rejectPartOfCredentials(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  if (!needsCredentials(operation)) return [];
  const alternatives = shownAlternatives(plan);
  // What is left of one alternative may be another one.
  const isEnough = (names: Set<string>): boolean =>
    alternatives.some((schemes) => schemes.every((each) => names.has(each.name)));
  const rows = alternatives
    .filter((schemes) => schemes.length > 1)
    .flatMap((schemes) =>
      schemes.flatMap((scheme) => {
        const rest = schemes.filter((each) => each !== scheme).map((each) => each.name);
        return isEnough(new Set(rest)) ? [] : [stateRow(scheme, 'missing')];
      }),
    );
  const distinct = rows.filter((row, index) => rows.findIndex((each) => each.id === row.id) === index);
  if (distinct.length === 0) return [];
  const credentials = fixed('credentials');
  return [
    writeCase(plan, {
      category: 'auth',
      rule: 'part-of-credentials',
      place: 'security',
      section: 'auth',
      title: 'rejects a part of its credentials',
      doc: 'The schemes of a security requirement go together',
      risk: 85,
      parameters: [credentials],
      rows: distinct,
      steps: [
        requireAccepted(plan),
        send(plan, { credentials: name(credentials) }, [operation.source]),
        expectRefusal(plan, {
          statuses: [unauthenticatedStatus(operation)],
          broken: 'all credentials of the requirement go together',
          fault: openFault(operation),
        }),
      ],
    }),
  ];
}
