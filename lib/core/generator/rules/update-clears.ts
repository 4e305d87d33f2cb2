import type { TestCase } from '../plan/case';
import { literal, name } from '../plan/expression';
import { fixed, help } from '../plan/named';
import { applying, hasFlag, propertiesOf, typesOf } from '../plan/schema-members';

import { itemScene } from './item-scene';
import type { OperationPlan } from './operation-plan';
import { expectSuccess, response, send } from './steps';
import { writeCase } from './write-case';

const shown = fixed('shown');

/** In a merge patch, null clears a member (RFC 7396 section 1). Other media types do not promise that. */
export function updateClears(plan: OperationPlan): TestCase[] {
  const { operation, call, context } = plan;
  const schema = call.body?.media.schema;
  if (!call.body?.mediaType.startsWith('application/merge-patch+json') || schema === undefined) return [];
  const scene = itemScene(plan);
  if (!scene) return [];
  const { schemas } = context.model;
  const fields = [...propertiesOf(schema, schemas)].flatMap(([field, sent]) => {
    const property = scene.view.properties.get(field);
    if (property === undefined || !typesOf(sent, schemas).includes('null')) return [];
    const hasDefault = [sent, property].some((side) =>
      applying(side, schemas).some((part) => part.default !== undefined && part.default !== null),
    );
    const isHidden = hasFlag(sent, 'readOnly', schemas) || hasFlag(property, 'writeOnly', schemas);
    const body = { [field]: null };
    return hasDefault || isHidden || !context.values.isValid(schema, body) ? [] : [field];
  });
  if (fields.length === 0) return [];
  const body = Object.fromEntries(fields.map((field) => [field, null]));
  if (!context.values.isValid(schema, body)) return [];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'update-clears',
      place: 'life cycle',
      section: 'operation',
      title: 'clears members that are null',
      doc: 'In a merge patch, null takes a member away',
      risk: 89,
      steps: [
        send(plan, {}, [operation.source]),
        expectSuccess(plan, scene.success),
        send(plan, { body: literal(body) }, [call.body.media.source]),
        expectSuccess(plan, scene.success),
        ...scene.readInto(shown),
        {
          call: help('expect_cleared', [
            name(response),
            scene.itemOf(shown),
            ...fields.map((field) => literal(field)),
          ]),
          sources: [operation.source],
        },
      ],
      fixtures: [scene.reader],
    }),
  ];
}
