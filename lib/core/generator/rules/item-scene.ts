import type { Operation } from '../../openapi/model';
import type { Step } from '../plan/case';
import { expectedSuccess, type Expected } from '../plan/expected';
import { member, name, type Expression, type Name } from '../plan/expression';
import { itemIn, successSchema, type ItemView } from '../plan/item-view';
import type { ResourceFixture } from '../plan/suite-plan';

import type { OperationPlan } from './operation-plan';
import { itemParameter, readOf, sendCall } from './read-back';
import { expectSuccess } from './steps';

/** An existing item that an operation changes or removes, with what is needed to see it before and after. */
export interface ItemScene {
  fixture: ResourceFixture;
  read: Operation;
  /** The call that reads the item: `get_book`. */
  reader: Name;
  view: ItemView;
  /** What the document promises when the operation succeeds. */
  success: Expected;
  /** Reads the item, and keeps the answer's body where a name is given. */
  readInto(into?: Name): Step[];
  /** The item in such a body. */
  itemOf(body: Name): Expression;
}

/**
 * The scene of an operation on one item; none where the item cannot be made, or cannot be read, or where the document
 * does not describe the answers.
 */
export function itemScene(plan: OperationPlan): ItemScene | undefined {
  const { operation, resource, fixtures, call, context } = plan;
  const fixture = fixtures.resourceOf(resource);
  if (!fixture || !call.fixture.uses.includes(fixture.name)) return undefined;
  const found = readOf(plan, fixture);
  const success = expectedSuccess(operation);
  const readSuccess = found && expectedSuccess(found.operation);
  if (!success || !readSuccess) return undefined;
  const read = found.operation;
  const reader = found.call.fixture.name;
  const view = itemIn(successSchema(read), itemParameter(read), resource.noun, context.model.schemas);
  if (!view) return undefined;
  return {
    fixture,
    read,
    reader,
    view,
    success,
    readInto: (into) => [
      sendCall(reader, {}, read),
      expectSuccess({ ...plan, subject: reader }, readSuccess, into),
    ],
    itemOf: (body) => member(name(body), view.path),
  };
}
