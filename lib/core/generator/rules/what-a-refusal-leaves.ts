import type { TestCase } from '../plan/case';
import { expectedRefusal, expectedSuccess } from '../plan/expected';
import { literal, member, name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';
import { requiredOf } from '../plan/schema-members';

import type { OperationPlan } from './operation-plan';
import { comparison, readOf, sendCall } from './read-back';
import { expectRejection, expectSuccess, response, send } from './steps';
import { writeCase } from './write-case';

const before = fixed('before');
const shown = fixed('shown');

/** A replacement that is refused has no effect (RFC 9110 section 15.5: the request was not done). */
export function refusedChangesNothing(plan: OperationPlan): TestCase[] {
  return plan.role === 'replace' ? refusedReplaceKeeps(plan) : [];
}

function refusedReplaceKeeps(plan: OperationPlan): TestCase[] {
  const { operation, call, resource, fixtures, context } = plan;
  const fixture = fixtures.resourceOf(resource);
  const read = fixture && readOf(plan, fixture);
  const readSuccess = read && expectedSuccess(read.operation);
  const compared = read && comparison(plan, read.operation);
  const value = call.body?.value;
  if (!readSuccess || !compared || !call.fixture.uses.includes(fixture.name)) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const required = [...requiredOf(call.body?.media.schema, context.model.schemas)];
  const missing = required.filter((each) => Object.hasOwn(value, each)).at(-1);
  if (missing === undefined) return [];
  const reader = { ...plan, subject: read.call.fixture.name };
  const item = (of: typeof before) => member(name(of), compared.path);
  const expected = expectedRefusal(operation, context.settings.invalidStatuses);
  return [
    writeCase(plan, {
      category: 'error',
      rule: 'refused-replace-keeps',
      place: 'life cycle',
      section: 'error',
      title: 'changes nothing when refused',
      doc: `A replacement without ${missing} is refused and has no effect`,
      risk: 81,
      fixtures: [reader.subject],
      steps: [
        sendCall(reader.subject, {}, read.operation),
        expectSuccess(reader, readSuccess, before),
        send(plan, { body: help('without', [invoke(plan.subject, 'body'), literal(missing)]) }, [
          operation.source,
        ]),
        expectRejection(plan, expected, literal(`${missing} is required`)),
        sendCall(reader.subject, {}, read.operation),
        expectSuccess(reader, readSuccess, shown),
        {
          call: help('expect_fields', [name(response), item(shown), item(before), literal(compared.fields)]),
          sources: readSuccess.sources,
        },
      ],
    }),
  ];
}
