import type { TestCase } from '../plan/case';
import { expectedExactly, expectedSuccess } from '../plan/expected';
import { literal, name } from '../plan/expression';
import { fixed, invoke } from '../plan/named';

import type { OperationPlan } from './operation-plan';
import { expectRejection, expectSuccess, send } from './steps';
import { writeCase } from './write-case';

/** What a 409 says that is about things which must not be there twice. */
export const duplicate = /exist|duplicat|already|unique|taken|same/i;

/** The same thing cannot be created twice, where 409 is documented for that (RFC 9110 section 15.5.10). */
export function rejectDuplicate(plan: OperationPlan): TestCase[] {
  const { operation, role, call } = plan;
  const conflict = operation.responses.find((each) => each.status === '409');
  const success = expectedSuccess(operation);
  if (role !== 'create' || !call.body || !success || !conflict || !duplicate.test(conflict.description))
    return [];
  const body = fixed('body');
  return [
    writeCase(plan, {
      category: 'error',
      rule: 'duplicate',
      place: 'body',
      section: 'error',
      title: 'rejects a duplicate',
      doc: 'What exists already cannot be created again',
      risk: 72,
      steps: [
        { into: body, call: invoke(plan.subject, 'body'), sources: [operation.source] },
        send(plan, { body: name(body) }, [operation.source]),
        expectSuccess(plan, success),
        send(plan, { body: name(body) }, [conflict.source]),
        expectRejection(plan, expectedExactly(operation, [409]), literal('it exists already'), true),
      ],
    }),
  ];
}
