import type { TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { literal, member, name } from '../plan/expression';
import { identifyingProperty } from '../plan/identification';
import { itemIn, successSchema } from '../plan/item-view';
import { fixed, help, invoke } from '../plan/named';

import type { OperationPlan } from './operation-plan';
import { itemParameter, readOf } from './read-back';
import { expectSuccess, response, send } from './steps';
import { writeCase } from './write-case';

const created = fixed('created');
const shown = fixed('shown');

/** The `Location` of a 201 leads to what was created (RFC 9110 section 15.3.2). */
export function locationLeadsThere(plan: OperationPlan): TestCase[] {
  const { operation, role, resource, fixtures, context } = plan;
  const made = operation.responses.find((each) => each.status === '201');
  const header = made?.headers.find((each) => each.name.toLowerCase() === 'location');
  const fixture = fixtures.resourceOf(resource);
  if (role !== 'create' || !header || !fixture) return [];
  const read = readOf(plan, fixture);
  const success = expectedSuccess(operation);
  const readSuccess = read && expectedSuccess(read.operation);
  if (!success || !readSuccess) return [];
  const reader = read.call.fixture.name;
  const { schemas } = context.model;
  const parameter = itemParameter(read.operation);
  const answer = itemIn(successSchema(operation), parameter, resource.noun, schemas);
  const view = itemIn(successSchema(read.operation), parameter, resource.noun, schemas);
  const key = answer && identifyingProperty(answer.properties, parameter, resource.noun, schemas);
  const isSame = answer && view && key !== undefined && view.properties.has(key);
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'location-leads-there',
      place: 'life cycle',
      section: 'operation',
      title: 'says where the new resource is',
      doc: 'Location leads to what was created',
      risk: 79,
      about: header.source,
      fixtures: [reader],
      steps: [
        send(plan, {}, [operation.source]),
        expectSuccess(plan, success, isSame ? created : undefined),
        { into: response, call: invoke(reader, 'follow', [name(response)]), sources: [header.source] },
        expectSuccess({ ...plan, subject: reader }, readSuccess, isSame ? shown : undefined),
        ...(isSame
          ? [
              {
                call: help('expect_fields', [
                  name(response),
                  member(name(shown), view.path),
                  member(name(created), answer.path),
                  literal([key]),
                ]),
                sources: [header.source],
              },
            ]
          : []),
      ],
    }),
  ];
}
