import type { TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { literal, name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';
import { shapeOf } from '../plan/path-template';

import type { OperationPlan } from './operation-plan';
import { expectSuccess, requireSamples, response, send } from './steps';
import { writeCase } from './write-case';

const full = fixed('full_response');

/** HEAD has the status and the media type of GET (RFC 9110 section 9.3.2), where both are documented. */
export function headLikeGet(plan: OperationPlan): TestCase[] {
  const { operation, context } = plan;
  const get = context.pathOperations(shapeOf(operation.path)).find((each) => each.method === 'get');
  const success = expectedSuccess(operation);
  if (operation.method !== 'head' || !get || !success) return [];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'head-like-get',
      place: 'method',
      section: 'operation',
      title: 'is answered like get',
      doc: 'HEAD has the status and the media type of GET',
      risk: 62,
      steps: [
        ...requireSamples(plan),
        {
          into: full,
          call: invoke(plan.subject, 'send', [], { method: literal('GET') }),
          sources: [get.source],
        },
        send(plan, {}, [operation.source]),
        expectSuccess(plan, success),
        {
          call: help('expect_same_answer', [name(response), name(full)]),
          sources: [operation.source],
        },
      ],
    }),
  ];
}
