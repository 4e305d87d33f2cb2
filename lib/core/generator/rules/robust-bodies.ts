import type { Row, TestCase } from '../plan/case';
import { literal, name, spread } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';
import type { Path } from '../plan/request-body';

import { freeMember } from './free-places';
import type { OperationPlan } from './operation-plan';
import { deepNesting, extremeJsonNumbers, extremeJsonTexts, twice, type Extreme } from './robust-values';
import { requireAccepted, response, send } from './steps';
import { writeCase } from './write-case';

/** Extreme values in a JSON body are accepted or refused, and never make the server fail. */
export function robustBodies(plan: OperationPlan): TestCase[] {
  const { call } = plan;
  const body = call.body;
  if (body?.place !== 'json') return [];
  const text = freeMember(plan, body.value, 'string');
  const number = freeMember(plan, body.value, 'number');
  const first = text ?? number;
  const key = first?.at(-1);
  const rows = [
    ...(text ? extremeJsonTexts.map((each) => rowOf(plan, text, each)) : []),
    ...(number ? extremeJsonNumbers.map((each) => rowOf(plan, number, each)) : []),
    ...(first && typeof key === 'string' ? [rowOf(plan, first, twice(key, first === text ? 'a' : 1))] : []),
    rowOf(plan, [], deepNesting),
  ];
  const path = fixed('path');
  const written = fixed('text');
  return [
    writeCase(plan, {
      category: 'error',
      rule: 'robust-body',
      place: 'body',
      section: 'error',
      title: 'handles extreme values in the body',
      doc: 'Extreme values in the body are accepted or refused',
      risk: 30,
      about: body.media.source,
      parameters: [path, written],
      rows,
      steps: [
        requireAccepted(plan),
        send(
          plan,
          {
            raw_body: help('raw_json', [invoke(plan.subject, 'body'), spread(name(path))], {
              text: name(written),
            }),
          },
          [],
        ),
        {
          call: help('expect_handled', [name(response)], {
            rule: literal('extreme values in the body are accepted or refused'),
          }),
          sources: [],
        },
      ],
    }),
  ];
}

function rowOf({ call, operation }: OperationPlan, path: Path, { id, text }: Extreme): Row {
  const source = call.body?.media.source ?? operation.source;
  return {
    id: [...path, id].join('-'),
    values: [literal(path), literal(text)],
    sources: [source],
  };
}
