import type { ApiResponse, Operation } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { literal, name, type Expression } from '../plan/expression';
import { invoke } from '../plan/named';
import { segmentsOf } from '../plan/path-template';

import type { OperationPlan } from './operation-plan';
import { expectSuccess, requireSamples, response, send } from './steps';
import { writeCase } from './write-case';

/** The name of the reason, by which its setting is listed. */
export const acceptedIsDoneRule = 'accepted-is-done';

/** Headers that name the resource which tells how far a request is. */
const monitors = /^(location|operation-location|azure-asyncoperation|content-location)$/i;

/** What is accepted only (202) is done in the end: its status can be read until then (RFC 9110 section 15.3.3). */
export function acceptedIsDone(plan: OperationPlan): TestCase[] {
  const { operation, context } = plan;
  const accepted = operation.responses.find((each) => each.status === '202');
  const success = expectedSuccess(operation);
  const monitor = accepted && monitorOf(accepted, context.model.operations);
  if (!accepted || !success || !monitor) return [];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: acceptedIsDoneRule,
      place: 'response 202',
      section: 'operation',
      title: 'is done in the end',
      doc: 'What was accepted is done after a while',
      risk: 78,
      about: accepted.source,
      steps: [
        ...requireSamples(plan),
        send(plan, {}, [operation.source]),
        expectSuccess(plan, success),
        {
          call: invoke(plan.subject, 'wait_until_done', [name(response)], monitor),
          sources: [accepted.source],
        },
      ],
    }),
  ];
}

/** By a header of the answer, or by a link to an operation with one path parameter that the answer's body gives. */
function monitorOf(accepted: ApiResponse, operations: Operation[]): Record<string, Expression> | undefined {
  const header = accepted.headers.find((each) => monitors.test(each.name));
  if (header) return { header: literal(header.name) };
  for (const link of accepted.links) {
    const target = operations.find((each) => each.id === link.operation && each.method === 'get');
    const parameters = segmentsOf(target?.path ?? '').filter((segment) => segment.kind === 'parameter');
    const [parameter, ...others] = parameters;
    if (!target || !parameter || others.length > 0) continue;
    const value = link.parameters[parameter.name] ?? link.parameters[`path.${parameter.name}`];
    const pointer = typeof value === 'string' ? /^\$response\.body#\/(.+)$/.exec(value)?.[1] : undefined;
    if (pointer === undefined) continue;
    const place = pointer.split('/').map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
    return { status_path: literal(target.path), parameter: literal(parameter.name), place: literal(place) };
  }
  return undefined;
}
