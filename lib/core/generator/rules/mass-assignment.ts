import type { Json } from '../../json';
import type { Row, TestCase } from '../plan/case';
import { literal, name } from '../plan/expression';
import { itemIn, successSchema } from '../plan/item-view';
import { fixed, help, invoke } from '../plan/named';
import { hasFlag, propertiesOf } from '../plan/schema-members';

import { changesItsOwn } from './free-places';
import { itemScene } from './item-scene';
import type { OperationPlan } from './operation-plan';
import { foreignValue, isIdentity } from './read-only-members';
import { requireAccepted, response, send } from './steps';
import { writeCase } from './write-case';

/** Members by which services tell who may do what; asked for where undeclared members are to be refused. */
const privileges: [string, Json][] = [
  ['isAdmin', true],
  ['role', 'administrator'],
];

/**
 * What only the server sets cannot be set by a client: members that are readOnly, and members that answers show and
 * requests do not declare.
 */
export function massAssignment(plan: OperationPlan): TestCase[] {
  const { operation, call, role, context, resource } = plan;
  const schema = call.body?.media.schema;
  if (role === 'delete' || !changesItsOwn(plan) || call.body?.place !== 'json' || schema === undefined) {
    return [];
  }
  const { schemas } = context.model;
  const scene = role === 'create' ? undefined : itemScene(plan);
  const own = itemIn(successSchema(operation), 'id', resource.noun, schemas);
  const view = scene?.view ?? own;
  if (!view) return [];
  const declared = propertiesOf(schema, schemas);
  const rows = [...view.properties].flatMap(([field, property]): Row[] => {
    const sent = declared.get(field);
    const isServers = sent === undefined || hasFlag(sent, 'readOnly', schemas);
    const value = isServers && !isIdentity(field) ? foreignValue(plan, sent ?? property) : undefined;
    const source = schemas.sourceOf(sent ?? property) ?? operation.source;
    return value === undefined
      ? []
      : [{ id: field, values: [literal(field), literal(value)], sources: [source] }];
  });
  if (context.settings.unknownProperties === 'refused') {
    for (const [field, value] of privileges) {
      if (declared.has(field) || view.properties.has(field)) continue;
      rows.push({ id: field, values: [literal(field), literal(value)], sources: [operation.source] });
    }
  }
  if (rows.length === 0) return [];
  const field = fixed('field');
  const value = fixed('value');
  const notStored = (path: string[]) =>
    help('expect_not_stored', [name(response), ...path.map((step) => literal(step)), name(field)], {
      value: name(value),
    });
  return [
    writeCase(plan, {
      category: 'security',
      rule: 'mass-assignment',
      place: 'body',
      section: 'security',
      title: 'lets no client set what the server sets',
      doc: 'Members that only the server sets are ignored or refused (fault 203: mass assignment)',
      risk: 45,
      fixtures: scene ? [scene.reader] : [],
      parameters: [field, value],
      rows,
      steps: [
        requireAccepted(plan),
        send(
          plan,
          { body: help('changed', [invoke(plan.subject, 'body'), name(field)], { value: name(value) }) },
          [operation.source],
        ),
        { call: notStored(own?.path ?? []), sources: [operation.source] },
        ...(scene
          ? [...scene.readInto(), { call: notStored(scene.view.path), sources: [scene.read.source] }]
          : []),
      ],
    }),
  ];
}
