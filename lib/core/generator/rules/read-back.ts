import type { Json } from '../../json';
import type { Operation } from '../../openapi/model';
import type { Step } from '../plan/case';
import type { Expression, Name } from '../plan/expression';
import type { PlannedCall } from '../plan/fixtures';
import { identifyingProperty } from '../plan/identification';
import { comparableFields, itemIn, successSchema } from '../plan/item-view';
import { invoke } from '../plan/named';
import { segmentsOf } from '../plan/path-template';
import type { ResourceFixture } from '../plan/suite-plan';

import type { OperationPlan } from './operation-plan';
import { response } from './steps';

/** The read of an item, when its request takes the item from its fixture. */
export function readOf(
  plan: OperationPlan,
  fixture: ResourceFixture,
): { call: PlannedCall; operation: Operation } | undefined {
  const operation = [...plan.resource.operations].find(([, role]) => role === 'read')?.[0];
  const call = operation && plan.fixtures.callOf(operation);
  return operation && call?.fixture.uses.includes(fixture.name) ? { call, operation } : undefined;
}

/** The path parameter that names the item. */
export function itemParameter(operation: Operation): string {
  const last = segmentsOf(operation.path).at(-1);
  return last?.kind === 'parameter' ? last.name : 'id';
}

/** The fields to compare, as the answer of a read shows them; not the id, which a server may give itself. */
export function comparison(
  plan: OperationPlan,
  read: Operation,
): { path: string[]; fields: string[] } | undefined {
  const { schemas } = plan.context.model;
  const item = itemIn(successSchema(read), itemParameter(read), plan.resource.noun, schemas);
  const value = plan.call.body?.value;
  if (!item || value === undefined) return undefined;
  const id = identifyingProperty(item.properties, itemParameter(read), plan.resource.noun, schemas);
  const fields = comparableFields(plan.operation, item, schemas).filter(
    (field) => isSent(value, field) && field !== id,
  );
  return fields.length === 0 ? undefined : { path: item.path, fields };
}

function isSent(value: Json, field: string): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, field);
}

/** `response = get_book.send(...)`. */
export function sendCall(subject: Name, change: Record<string, Expression>, operation: Operation): Step {
  return { into: response, call: invoke(subject, 'send', [], change), sources: [operation.source] };
}
