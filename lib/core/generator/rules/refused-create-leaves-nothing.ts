import type { TestCase } from '../plan/case';
import { expectedRefusal, expectedSuccess } from '../plan/expected';
import { literal, member, name, type Expression } from '../plan/expression';
import { listIn, successSchema } from '../plan/item-view';
import { fixed, help, invoke } from '../plan/named';
import { requiredOf } from '../plan/schema-members';

import type { OperationPlan } from './operation-plan';
import { sendCall } from './read-back';
import { expectRejection, expectSuccess, requireAccepted, response, send } from './steps';
import { writeCase } from './write-case';

const body = fixed('body');
const items = fixed('items');

/** A create that is refused creates nothing: its run-unique text is in no list (fault 104). */
export function refusedCreateLeavesNothing(plan: OperationPlan): TestCase[] {
  const { operation, role, resource, call, fixtures, context } = plan;
  const { schemas } = context.model;
  const list = [...resource.operations].find(([, each]) => each === 'list')?.[0];
  const lister = list && fixtures.callOf(list);
  const success = list && expectedSuccess(list);
  const view = list && listIn(successSchema(list), schemas);
  if (role !== 'create' || call.body?.place === undefined || !lister || !success || !view) return [];
  if (lister.fixture.samples.length > 0) return [];
  const unique = uniqueMembers(call.body.expression).find((each) => view.properties.has(each));
  const required = requiredOf(call.body.media.schema, schemas);
  const sent = membersOf(call.body.expression).map((each) => each.name);
  const missing = sent.filter((each) => required.has(each) && each !== unique).at(-1);
  if (unique === undefined || missing === undefined) return [];
  const expected = expectedRefusal(operation, context.settings.invalidStatuses);
  const reader = { ...plan, subject: lister.fixture.name };
  return [
    writeCase(plan, {
      category: 'error',
      rule: 'refused-create-leaves-nothing',
      place: 'life cycle',
      section: 'error',
      title: 'creates nothing when refused',
      doc: `A new item without ${missing} is refused and is in no list (fault 104)`,
      risk: 82,
      fixtures: [reader.subject],
      steps: [
        requireAccepted(plan),
        {
          into: body,
          call: help('without', [invoke(plan.subject, 'body'), literal(missing)]),
          sources: [operation.source],
        },
        send(plan, { body: name(body) }, [operation.source]),
        expectRejection(plan, expected, literal(`${missing} is required`)),
        sendCall(reader.subject, {}, list),
        expectSuccess(reader, success, items),
        {
          call: help('expect_not_listed', [name(response), member(name(items), view.path), literal(unique)], {
            value: member(name(body), [unique]),
          }),
          sources: success.sources,
        },
      ],
    }),
  ];
}

function membersOf(expression: Expression): { name: string; value: Expression }[] {
  if (expression.kind === 'object') return expression.entries;
  const value = expression.kind === 'literal' ? expression.value : null;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).map(([member, each]) => ({ name: member, value: literal(each) }));
}

/** The members that differ from request to request, so that finding one tells whose it is. */
function uniqueMembers(expression: Expression): string[] {
  return membersOf(expression).flatMap(({ name: member, value }) => {
    const isUnique = value.kind === 'invoke' && 'helper' in value && /^unique/.test(value.helper);
    return isUnique ? [member] : [];
  });
}
