import type { TestCase } from '../plan/case';
import { documents, expectedExactly } from '../plan/expected';
import { literal } from '../plan/expression';

import type { OperationPlan } from './operation-plan';
import { expectRejection, requireAccepted, send } from './steps';
import { writeCase } from './write-case';

/** What no answer is made of cannot be asked for, where 406 is documented (RFC 9110 section 15.5.7). */
export function rejectAccept(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  if (!documents(operation, 406)) return [];
  const refused = expectedExactly(operation, [406]);
  return [
    writeCase(plan, {
      category: 'error',
      rule: 'undocumented-accept',
      place: 'header Accept',
      section: 'error',
      title: 'rejects an undocumented media type of the answer',
      doc: 'No answer is application/x-unknown',
      risk: 67,
      steps: [
        requireAccepted(plan),
        send(plan, { headers: literal({ Accept: 'application/x-unknown' }) }, refused.sources),
        expectRejection(plan, refused, literal('no answer is application/x-unknown')),
      ],
    }),
  ];
}
