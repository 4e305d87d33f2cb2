import type { TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { literal, name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';

import { itemScene } from './item-scene';
import type { OperationPlan } from './operation-plan';
import { comparison } from './read-back';
import { expectSuccess, response, send } from './steps';
import { writeCase } from './write-case';

const body = fixed('body');
const shown = fixed('shown');

/** PUT and DELETE are idempotent (RFC 9110 section 9.2.2): the second time changes nothing and breaks nothing. */
export function repeatedWrites(plan: OperationPlan): TestCase[] {
  if (plan.role === 'replace') return replacedTwice(plan);
  return plan.role === 'delete' ? deletedTwice(plan) : [];
}

function replacedTwice(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  const scene = itemScene(plan);
  const compared = scene && comparison(plan, scene.read);
  if (!scene || !compared || operation.method !== 'put') return [];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'replace-is-idempotent',
      place: 'life cycle',
      section: 'operation',
      title: 'can be repeated',
      doc: 'The same replacement again is accepted and leaves the same',
      risk: 77,
      fixtures: [scene.reader],
      steps: [
        { into: body, call: invoke(plan.subject, 'body'), sources: [operation.source] },
        send(plan, { body: name(body) }, [operation.source]),
        expectSuccess(plan, scene.success),
        send(plan, { body: name(body) }, [operation.source]),
        expectSuccess(plan, scene.success),
        ...scene.readInto(shown),
        {
          call: help('expect_fields', [
            name(response),
            scene.itemOf(shown),
            name(body),
            literal(compared.fields),
          ]),
          sources: [operation.source],
        },
      ],
    }),
  ];
}

function deletedTwice(plan: OperationPlan): TestCase[] {
  const { operation, resource, fixtures, call } = plan;
  const fixture = fixtures.resourceOf(resource);
  const success = expectedSuccess(operation);
  if (!fixture || !success || !call.fixture.uses.includes(fixture.name)) return [];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'delete-can-be-repeated',
      place: 'life cycle',
      section: 'operation',
      title: 'can be repeated',
      doc: 'A second deletion is answered, and is no failure of the server',
      risk: 76,
      steps: [
        send(plan, {}, [operation.source]),
        expectSuccess(plan, success),
        send(plan, {}, [operation.source]),
        {
          call: help('expect_handled', [name(response)], {
            rule: literal('what is gone already can be deleted again'),
          }),
          sources: [operation.source],
        },
      ],
    }),
  ];
}
