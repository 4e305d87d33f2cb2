import type { Step, TestCase } from '../plan/case';
import { documents, expectedSuccess } from '../plan/expected';
import { literal, member, name, type Name } from '../plan/expression';
import { comparableFields, listIn, successSchema } from '../plan/item-view';
import { fixed, help, invoke } from '../plan/named';
import { refusedToOthers } from '../plan/ownership';
import { needsCredentials } from '../plan/security';

import {
  anonymous,
  expectRefusal,
  otherUser,
  readOnlyUser,
  unauthenticatedStatus,
  type Identity,
} from './credentials';
import { itemScene, type ItemScene } from './item-scene';
import { pagingOf } from './list-scene';
import type { OperationPlan } from './operation-plan';
import { largestPage } from './page-size';
import { comparison, sendCall } from './read-back';
import { expectSuccess, response, send } from './steps';
import { writeCase } from './write-case';

/** A write that an identity is refused has no effect (RFC 9110 section 15.5: the request was not done). */
export function refusedIdentitiesChangeNothing(plan: OperationPlan): TestCase[] {
  const { operation, role } = plan;
  if (!needsCredentials(operation)) return [];
  const refusals: Refusal[] = [
    { who: anonymous(operation), statuses: [unauthenticatedStatus(operation)], risk: 83 },
    ...(documents(operation, 403) ? [{ who: readOnlyUser, statuses: [403], risk: 82 }] : []),
  ];
  if (role === 'create') return refusals.slice(0, 1).flatMap((each) => refusedCreate(plan, each));
  const scene = itemScene(plan);
  if (!scene || (role !== 'replace' && role !== 'update' && role !== 'delete')) return [];
  const others = refusedToOthers(operation);
  const all = others.length > 0 ? [...refusals, { who: otherUser, statuses: others, risk: 82 }] : refusals;
  return all.flatMap((each) =>
    role === 'delete' ? refusedDelete(plan, scene, each) : refusedChange(plan, scene, each),
  );
}

interface Refusal {
  who: Identity;
  statuses: number[];
  risk: number;
}

const before = fixed('before');
const shown = fixed('shown');
const items = fixed('items');
const body = fixed('body');

function refusedDelete(plan: OperationPlan, scene: ItemScene, refusal: Refusal): TestCase[] {
  return [
    keeps(plan, refusal, {
      doc: 'A refused deletion has no effect',
      fixtures: [scene.reader],
      steps: [...refused(plan, refusal), ...scene.readInto()],
    }),
  ];
}

function refusedChange(plan: OperationPlan, scene: ItemScene, refusal: Refusal): TestCase[] {
  const compared = comparison(plan, scene.read);
  if (!compared) return [];
  return [
    keeps(plan, refusal, {
      doc: 'A refused change has no effect',
      fixtures: [scene.reader],
      steps: [
        ...scene.readInto(before),
        ...refused(plan, refusal),
        ...scene.readInto(shown),
        {
          call: help('expect_fields', [
            name(response),
            scene.itemOf(shown),
            scene.itemOf(before),
            literal(compared.fields),
          ]),
          sources: [plan.operation.source],
        },
      ],
    }),
  ];
}

/** Nothing with the unique value of the refused request is listed. */
function refusedCreate(plan: OperationPlan, refusal: Refusal): TestCase[] {
  const { resource, fixtures, context, operation } = plan;
  const list = [...resource.operations].find(([, role]) => role === 'list')?.[0];
  const call = list && fixtures.callOf(list);
  const success = list && expectedSuccess(list);
  const view = list && listIn(successSchema(list), context.model.schemas);
  if (!list || !call || !success || !view) return [];
  const shownFields = new Set(comparableFields(operation, view, context.model.schemas));
  const field = uniqueFields(plan).find((each) => shownFields.has(each));
  if (field === undefined) return [];
  const lister = { ...plan, subject: call.fixture.name };
  const { size } = pagingOf({ ...plan, operation: list });
  const most = size && largestPage(size, context.model.schemas);
  return [
    keeps(plan, refusal, {
      doc: `A refused creation has no effect: ${list.method.toUpperCase()} ${list.path} does not show it`,
      fixtures: [call.fixture.name],
      steps: [
        { into: body, call: invoke(plan.subject, 'body'), sources: [operation.source] },
        ...refused(plan, refusal, true),
        sendCall(
          call.fixture.name,
          size && most !== undefined ? { query: literal({ [size.name]: most }) } : {},
          list,
        ),
        expectSuccess(lister, success, items),
        {
          call: help('expect_not_listed', [name(response), member(name(items), view.path), literal(field)], {
            value: member(name(body), [field]),
          }),
          sources: [list.source],
        },
      ],
    }),
  ];
}

/** Members of the body that each request makes anew, so that seeing a value means that this request was done. */
function uniqueFields({ call }: OperationPlan): string[] {
  const value = call.body?.expression;
  if (value?.kind !== 'object') return [];
  return value.entries.flatMap((entry) =>
    entry.value.kind === 'invoke' && 'helper' in entry.value && entry.value.helper.startsWith('unique')
      ? [entry.name]
      : [],
  );
}

function refused(plan: OperationPlan, { who, statuses }: Refusal, withBody = false): Step[] {
  const change = { via: name(who.via), body: withBody ? name(body) : undefined };
  return [
    send(plan, change, [plan.operation.source]),
    expectRefusal(plan, { statuses, broken: `nothing may be changed ${who.words}`, fault: who.fault }),
  ];
}

function keeps(
  plan: OperationPlan,
  { who, risk }: Refusal,
  { doc, fixtures, steps }: { doc: string; fixtures: Name[]; steps: Step[] },
): TestCase {
  return writeCase(plan, {
    category: 'auth',
    rule: 'refused-identity-changes-nothing',
    place: `security ${who.via}`,
    section: 'auth',
    title: `changes nothing ${who.words}`,
    doc,
    risk,
    fixtures: [who.via, ...fixtures],
    steps,
  });
}
