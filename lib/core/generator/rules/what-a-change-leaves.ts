import type { Json, JsonObject } from '../../json';
import type { TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { literal, member, name } from '../plan/expression';
import { comparableFields, itemIn, successSchema } from '../plan/item-view';
import { fixed, help } from '../plan/named';
import { applying, propertiesOf } from '../plan/schema-members';

import type { OperationPlan } from './operation-plan';
import { comparison, itemParameter, readOf, sendCall } from './read-back';
import { expectSuccess, response, send } from './steps';
import { writeCase } from './write-case';

const before = fixed('before');
const shown = fixed('shown');

/** PATCH with one member leaves the others as they were (RFC 5789 section 2, RFC 7396). */
export function updateLeavesTheRest(plan: OperationPlan): TestCase[] {
  const { operation, call, resource, fixtures, context } = plan;
  const fixture = fixtures.resourceOf(resource);
  const value = call.body?.value;
  if (operation.method !== 'patch' || !fixture || !isObject(value)) return [];
  const read = readOf(plan, fixture);
  const success = expectedSuccess(operation);
  const readSuccess = read && expectedSuccess(read.operation);
  const compared = read && comparison(plan, read.operation);
  const changed = compared?.fields.at(-1);
  if (!read || !success || !readSuccess || changed === undefined) return [];
  const create = [...resource.operations].find(([, role]) => role === 'create')?.[0];
  const createCall = create && fixtures.callOf(create);
  const made = createCall && comparison({ ...plan, operation: create, call: createCall }, read.operation);
  // What the client made and the change does not name, whether a change could name it or not.
  const known = [...(compared?.fields ?? []), ...(made?.fields ?? [])];
  const rest = [...new Set(known)].filter((field) => field !== changed);
  const isReference = fixtures.isReference(operation, value, [changed]);
  const schema = call.body?.media.schema ?? true;
  // A PATCH whose schema requires more members cannot change one alone.
  if (!context.values.isValid(schema, { [changed]: value[changed] ?? null })) return [];
  if (rest.length === 0 || isReference || !call.fixture.uses.includes(fixture.name)) return [];
  const reader = { ...plan, subject: read.call.fixture.name };
  const item = (of: typeof before) => member(name(of), compared?.path ?? []);
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'update-leaves-the-rest',
      place: 'life cycle',
      section: 'operation',
      title: 'leaves the other members',
      doc: `A change of ${changed} alone leaves what it does not name`,
      risk: 91,
      fixtures: [reader.subject],
      steps: [
        sendCall(reader.subject, {}, read.operation),
        expectSuccess(reader, readSuccess, before),
        send(plan, { body: literal({ [changed]: value[changed] ?? null }) }, [operation.source]),
        expectSuccess(plan, success),
        sendCall(reader.subject, {}, read.operation),
        expectSuccess(reader, readSuccess, shown),
        {
          call: help('expect_fields', [name(response), item(shown), item(before), literal(rest)]),
          sources: readSuccess.sources,
        },
      ],
    }),
  ];
}

/** PUT replaces the whole (RFC 9110 section 9.3.4): what is left out goes back to the default that is documented. */
export function replaceRestoresDefaults(plan: OperationPlan): TestCase[] {
  const { operation, call, resource, role, fixtures, context } = plan;
  const fixture = fixtures.resourceOf(resource);
  const schema = call.body?.media.schema;
  if (role !== 'replace' || !fixture || call.body?.place === undefined || schema === undefined) return [];
  const read = readOf(plan, fixture);
  const success = expectedSuccess(operation);
  const readSuccess = read && expectedSuccess(read.operation);
  if (!read || !success || !readSuccess || !call.fixture.uses.includes(fixture.name)) return [];
  const { schemas } = context.model;
  const item = itemIn(successSchema(read.operation), itemParameter(read.operation), resource.noun, schemas);
  const least = context.values.valid(schema, {
    name: resource.noun,
    fill: 'required',
    place: call.body.place,
    key: operation.id,
  });
  if (!item || 'reason' in least || !isObject(least.value)) return [];
  const sent = least.value;
  const properties = propertiesOf(schema, schemas);
  const defaults: JsonObject = {};
  for (const field of comparableFields(operation, item, schemas)) {
    const documented = applying(properties.get(field), schemas).find((part) => part.default !== undefined);
    if (documented?.default !== undefined && !Object.hasOwn(sent, field))
      defaults[field] = documented.default;
  }
  if (Object.keys(defaults).length === 0) return [];
  const body = fixtures.bodyOf(operation, least);
  const reader = { ...plan, subject: read.call.fixture.name };
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'replace-restores-defaults',
      place: 'life cycle',
      section: 'operation',
      title: 'restores defaults',
      doc: 'What a replacement leaves out goes back to its default',
      risk: 90,
      fixtures: [reader.subject, ...body.uses],
      steps: [
        send(plan, { body: body.expression }, [operation.source]),
        expectSuccess(plan, success),
        sendCall(reader.subject, {}, read.operation),
        expectSuccess(reader, readSuccess, shown),
        {
          call: help('expect_fields', [
            name(response),
            member(name(shown), item.path),
            literal(defaults),
            literal(Object.keys(defaults)),
          ]),
          sources: readSuccess.sources,
        },
      ],
    }),
  ];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
