import type { SourceRef } from '../../diagnostics';
import type { Json } from '../../json';
import type { Schema } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { literal, name } from '../plan/expression';
import { itemIn, successSchema } from '../plan/item-view';
import { help, invoke } from '../plan/named';
import { applying, hasFlag, propertiesOf, typesOf } from '../plan/schema-members';

import { itemScene } from './item-scene';
import type { OperationPlan } from './operation-plan';
import { requireAccepted, response, send } from './steps';
import { writeCase } from './write-case';

/** Values that a server does not choose by itself, so that seeing one means that it was taken from the request. */
const byFormat: Record<string, Json> = {
  'date-time': '2001-02-03T04:05:06Z',
  date: '2001-02-03',
  uuid: '00000000-0000-4000-8000-00000000cafe',
};
const byType: [string, Json][] = [
  ['integer', 2147480007],
  ['number', 2147480007],
  ['string', 'set-by-the-client'],
];

/** A readOnly member that is sent is ignored or refused, and never stored (OpenAPI "Schema Object", `readOnly`). */
export function readOnlyMembers(plan: OperationPlan): TestCase[] {
  const { operation, call, role, context, resource } = plan;
  const schema = call.body?.media.schema;
  const isWrite = role === 'create' || role === 'replace' || role === 'update';
  if (!isWrite || call.body?.place !== 'json' || schema === undefined) return [];
  const { schemas } = context.model;
  const scene = role === 'create' ? undefined : itemScene(plan);
  const own = itemIn(successSchema(operation), 'id', resource.noun, schemas);
  const view = scene?.view ?? own;
  if (!view) return [];
  const [chosen] = [...propertiesOf(schema, schemas)]
    .flatMap(([field, property]) => {
      const isShown = view.properties.has(field) && !isIdentity(field);
      if (!isShown || !hasFlag(property, 'readOnly', schemas)) return [];
      const value = foreignValue(plan, property);
      return value === undefined ? [] : [{ field, value }];
    })
    .sort((a, b) => Number(isTime(b.value)) - Number(isTime(a.value)));
  if (!chosen) return [];
  const { field, value } = chosen;
  const checked = { value: literal(value) };
  const at = (path: string[]): ReturnType<typeof literal>[] => [...path, field].map((step) => literal(step));
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'read-only-members',
      place: `body ${JSON.stringify([field])}`,
      section: 'operation',
      title: `does not store the read only ${field}`,
      doc: `Only the server sets ${field}: it is ignored or refused in a request`,
      risk: 80,
      about: sourceOf(plan, schema, field),
      fixtures: scene ? [scene.reader] : [],
      steps: [
        requireAccepted(plan),
        send(plan, { body: help('changed', [invoke(plan.subject, 'body'), literal(field)], checked) }, [
          operation.source,
        ]),
        {
          call: help('expect_not_stored', [name(response), ...at(own?.path ?? [])], checked),
          sources: [sourceOf(plan, schema, field)],
        },
        ...(scene
          ? [
              ...scene.readInto(),
              {
                call: help('expect_not_stored', [name(response), ...at(scene.view.path)], checked),
                sources: [scene.read.source],
              },
            ]
          : []),
      ],
    }),
  ];
}

/** An id in the body of a write may have to name the item: another one would be a wrong request. */
export function isIdentity(field: string): boolean {
  return /^_?(id|uuid|guid|key)$|[a-z]Id$|_id$/.test(field);
}

function isTime(value: Json): boolean {
  return value === byFormat['date-time'];
}

/** A value that fits a member and that a server does not choose by itself. */
export function foreignValue({ context }: OperationPlan, property: Schema): Json | undefined {
  const parts = applying(property, context.model.schemas);
  if (parts.some((part) => part.enum !== undefined || part.const !== undefined)) return undefined;
  const format = parts.find((part) => part.format !== undefined)?.format ?? '';
  const types = typesOf(property, context.model.schemas);
  const value = byFormat[format] ?? byType.find(([type]) => types.includes(type))?.[1];
  return value !== undefined && context.values.isValid(property, value) ? value : undefined;
}

function sourceOf({ context, operation }: OperationPlan, schema: Schema, field: string): SourceRef {
  const property = propertiesOf(schema, context.model.schemas).get(field);
  return (property === undefined ? undefined : context.model.schemas.sourceOf(property)) ?? operation.source;
}
