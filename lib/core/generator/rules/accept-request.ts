import type { TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { expectedSuccess } from '../plan/expected';

import type { OperationPlan } from './operation-plan';
import { expectSuccess, requireSamples, send } from './steps';
import { writeCase } from './write-case';

/** The valid request is accepted and its answer is as documented. */
export function acceptRequest(plan: OperationPlan): TestCase[] {
  const { operation, call } = plan;
  const expected = expectedSuccess(operation);
  if (!expected) {
    plan.context.report(gapOf(operation, 'success response', 'the document describes no answer below 400'));
    return [];
  }
  const body = call.body ? [call.body.media.source] : [];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'accept-request',
      place: 'request',
      section: 'operation',
      title: call.body ? 'accepts a full body' : 'answers as documented',
      doc: `${operation.method.toUpperCase()} ${operation.path} is answered as documented`,
      risk: 60 + (operation.method === 'get' ? 5 : 20),
      steps: [
        ...requireSamples(plan),
        send(plan, {}, [operation.source, ...body]),
        expectSuccess(plan, expected),
      ],
    }),
  ];
}
