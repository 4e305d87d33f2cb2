import type { Step, TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { expectedExactly, expectedSuccess } from '../plan/expected';
import { literal, member, name, type Expression, type Name } from '../plan/expression';
import { identifier, identifyingProperty } from '../plan/identification';
import { listIn, successSchema } from '../plan/item-view';
import { fixed, help, invoke } from '../plan/named';
import type { ResourceFixture } from '../plan/suite-plan';

import { pagingOf } from './list-scene';
import type { OperationPlan } from './operation-plan';
import { largestPage } from './page-size';
import { comparison, itemParameter, readOf, sendCall } from './read-back';
import { expectRejection, expectSuccess, response } from './steps';
import { writeCase } from './write-case';

/** What an operation did can be seen: created and changed things are shown and listed, deleted ones are gone. */
export function lifeCycle(plan: OperationPlan): TestCase[] {
  const { role, resource, fixtures } = plan;
  const fixture = fixtures.resourceOf(resource);
  if (!fixture) return [];
  switch (role) {
    case 'create':
      return [...createdIsShown(plan, fixture), ...createdIsListed(plan, fixture)];
    case 'replace':
    case 'update':
      return changedIsShown(plan, fixture);
    case 'delete':
      return deletedIsGone(plan, fixture);
    default:
      return [];
  }
}

const shown = fixed('shown');

function expectFields(actual: Expression, sender: Name, fields: string[], sources: Step['sources']): Step {
  const sent = invoke(sender, 'sent');
  return { call: help('expect_fields', [name(response), actual, sent, literal(fields)]), sources };
}

function createdIsShown(plan: OperationPlan, fixture: ResourceFixture): TestCase[] {
  const read = readOf(plan, fixture);
  const readSuccess = read && expectedSuccess(read.operation);
  if (!read || !readSuccess) return [];
  const compared = comparison(plan, read.operation);
  if (!compared) {
    const reason = 'no field is described both where it is sent and where it is read';
    plan.context.report(gapOf(plan.operation, 'life cycle', reason));
    return [];
  }
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'created-is-shown',
      place: 'life cycle',
      section: 'operation',
      title: 'is shown by a read',
      doc: `What was created is read back by ${read.operation.method.toUpperCase()} ${read.operation.path}`,
      risk: 95,
      fixtures: [read.call.fixture.name],
      // The read takes what it reads from the resource fixture, which this call created.
      steps: [
        sendCall(read.call.fixture.name, {}, read.operation),
        expectSuccess({ ...plan, subject: read.call.fixture.name }, readSuccess, shown),
        expectFields(member(name(shown), compared.path), plan.subject, compared.fields, [
          plan.operation.source,
          ...readSuccess.sources,
        ]),
      ],
    }),
  ];
}

const paging =
  /^(page|limit|offset|cursor|per_?page|page_?size|page_?number|page_?token|size|skip|top|after|before|starting_after|max_?results|count|start)$/i;

function createdIsListed(plan: OperationPlan, fixture: ResourceFixture): TestCase[] {
  const { resource, fixtures, context } = plan;
  const list = [...resource.operations].find(([, role]) => role === 'list')?.[0];
  const call = list && fixtures.callOf(list);
  const success = list && expectedSuccess(list);
  if (!list || !call || !success) return [];
  const view = listIn(successSchema(list), context.model.schemas);
  const item = [...resource.operations].find(([, role]) => role === 'read' || role === 'delete')?.[0];
  const parameter = item ? itemParameter(item) : 'id';
  const property =
    view && identifyingProperty(view.properties, parameter, resource.noun, context.model.schemas);
  if (!view || property === undefined) {
    context.report(gapOf(list, 'life cycle', 'the list does not say where its items show their id'));
    return [];
  }
  const isPaged = list.parameters.some((each) => paging.test(each.name));
  const { size, hasCursor } = pagingOf({ ...plan, operation: list });
  const most = size && !hasCursor ? largestPage(size, context.model.schemas) : undefined;
  const items = fixed('items');
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'created-is-listed',
      place: 'life cycle',
      section: 'operation',
      title: 'is listed',
      doc: `What was created is listed by ${list.method.toUpperCase()} ${list.path}`,
      risk: 82,
      fixtures: [fixture.name, call.fixture.name],
      steps: [
        sendCall(
          call.fixture.name,
          size && most !== undefined ? { query: literal({ [size.name]: most }) } : {},
          list,
        ),
        expectSuccess({ ...plan, subject: call.fixture.name }, success, items),
        {
          call: help('expect_listed', [name(response), member(name(items), view.path), literal(property)], {
            value: identifier(fixture),
            paged: isPaged ? literal(true) : undefined,
            page_size: most === undefined ? undefined : literal(most),
          }),
          sources: success.sources,
        },
      ],
    }),
  ];
}

function changedIsShown(plan: OperationPlan, fixture: ResourceFixture): TestCase[] {
  const read = readOf(plan, fixture);
  const success = expectedSuccess(plan.operation);
  const readSuccess = read && expectedSuccess(read.operation);
  if (!read || !success || !readSuccess || !plan.call.fixture.uses.includes(fixture.name)) return [];
  const compared = comparison(plan, read.operation);
  if (!compared) return [];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'changed-is-shown',
      place: 'life cycle',
      section: 'operation',
      title: 'is shown by a read',
      doc: `What was changed is read back by ${read.operation.method.toUpperCase()} ${read.operation.path}`,
      risk: 92,
      fixtures: [read.call.fixture.name],
      steps: [
        sendCall(plan.subject, {}, plan.operation),
        expectSuccess(plan, success),
        sendCall(read.call.fixture.name, {}, read.operation),
        expectSuccess({ ...plan, subject: read.call.fixture.name }, readSuccess, shown),
        expectFields(member(name(shown), compared.path), plan.subject, compared.fields, readSuccess.sources),
      ],
    }),
  ];
}

function deletedIsGone(plan: OperationPlan, fixture: ResourceFixture): TestCase[] {
  const read = readOf(plan, fixture);
  const success = expectedSuccess(plan.operation);
  const isDone = plan.operation.responses.some((each) => each.status === '200' || each.status === '204');
  if (!read || !success || !isDone || !plan.call.fixture.uses.includes(fixture.name)) return [];
  const gone = `a deleted ${fixture.noun} is gone (fault 103: readable after delete)`;
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'deleted-is-gone',
      place: 'life cycle',
      section: 'operation',
      title: 'is gone afterwards',
      doc: `What was deleted is not found by ${read.operation.method.toUpperCase()} ${read.operation.path}`,
      risk: 94,
      fixtures: [read.call.fixture.name],
      steps: [
        sendCall(plan.subject, {}, plan.operation),
        expectSuccess(plan, success),
        sendCall(read.call.fixture.name, {}, read.operation),
        expectRejection(plan, expectedExactly(read.operation, [404, 410]), literal(gone)),
      ],
    }),
  ];
}
