import type { Json } from '../../json';
import type { Parameter } from '../../openapi/model';
import { memberAt, type Path } from '../plan/request-body';
import { typesOf } from '../plan/schema-members';

import type { OperationPlan } from './operation-plan';
import { partOf, variedParameters, type Part } from './parameter-values';

const deepest = 3;

/** Whether an operation changes nothing but what the test itself made. */
export function changesItsOwn({ role, resource, fixtures, call }: OperationPlan): boolean {
  if (role === 'create') return true;
  const isChange = role === 'replace' || role === 'update' || role === 'delete';
  const own = fixtures.resourceOf(resource);
  return isChange && own !== undefined && call.fixture.uses.includes(own.name);
}

/** The first member of a body with a value of this type that names no existing thing; outer ones first. */
export function freeMember(plan: OperationPlan, body: Json, type: 'string' | 'number'): Path | undefined {
  let level: Path[] = membersOf(body, []);
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const own = level.filter(
      (path) =>
        typeof memberAt(body, path) === type && !plan.fixtures.isReference(plan.operation, body, path),
    );
    const free = own.find((path) => takesAnyText(plan, body, path));
    if (type === 'string' && free) return free;
    if (own[0]) return own[0];
    level = level.flatMap((path) => membersOf(memberAt(body, path), path));
  }
  return undefined;
}

function membersOf(value: Json | undefined, path: Path): Path[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.length > 0 ? [[...path, 0]] : [];
  return Object.keys(value).map((key) => [...path, key]);
}

/** Whether the schema of the body leaves this member's text free, so that what is sent there is stored and shown. */
function takesAnyText({ call, context }: OperationPlan, body: Json, path: Path): boolean {
  const schema = call.body?.media.schema;
  const [key] = path;
  if (schema === undefined || path.length !== 1 || typeof key !== 'string') return false;
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return false;
  return context.values.isValid(schema, { ...body, [key]: "<'any' text>" });
}

/** The parameter of a part whose schema leaves a text most freedom. */
export function freestParameter(plan: OperationPlan, part: Part): Parameter | undefined {
  const own = variedParameters(plan).filter((each) => partOf(each) === part);
  const { schemas } = plan.context.model;
  const isText = (each: Parameter): boolean => typesOf(each.schema, schemas).includes('string');
  const isFree = (each: Parameter): boolean =>
    isText(each) && plan.context.values.isValid(each.schema, 'any text');
  return own.find(isFree) ?? own.find(isText) ?? own[0];
}
