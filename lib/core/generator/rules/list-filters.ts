import type { Json } from '../../json';
import type { Parameter } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { literal, name, type Expression } from '../plan/expression';
import { fixed, help } from '../plan/named';
import { applying } from '../plan/schema-members';

import { listScene, type ListScene } from './list-scene';
import type { OperationPlan } from './operation-plan';
import { response, send } from './steps';
import { writeCase } from './write-case';

/**
 * A parameter that is named as a property of the items and offers values of its enum narrows the list to items with
 * that value. Other parameters may filter by rules that the document does not tell.
 */
export function listFilters(plan: OperationPlan): TestCase[] {
  const scene = listScene(plan);
  if (!scene) return [];
  return plan.operation.parameters.flatMap((parameter) => filter(plan, scene, parameter));
}

function filter(plan: OperationPlan, scene: ListScene, parameter: Parameter): TestCase[] {
  const { schemas } = plan.context.model;
  const property = scene.view.properties.get(parameter.name);
  if (parameter.in !== 'query' || parameter.mediaType !== undefined || property === undefined) return [];
  const offered = enumOf(applying(parameter.schema, schemas));
  const shown = enumOf(applying(property, schemas));
  const values = offered.filter(
    (value) => shown.includes(value) && plan.context.values.isValid(parameter.schema, value),
  );
  if (values.length === 0 || values.length < offered.length) return [];
  const isFamily = values.length > 1;
  const value: Expression = isFamily ? name(fixed('value')) : literal(values[0] ?? null);
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'filter-is-respected',
      place: `query ${parameter.name}`,
      section: 'operation',
      title: `lists only the ${parameter.name} asked for`,
      doc: `Each item has the ${parameter.name} that the query names`,
      risk: 82,
      about: parameter.source,
      fixtures: scene.fixtures,
      parameters: isFamily ? [fixed('value')] : [],
      rows: isFamily
        ? values.map((each) => ({
            id: String(each),
            values: [literal(each)],
            sources: [parameter.source],
          }))
        : [],
      steps: [
        ...scene.makeTwo,
        send(plan, { query: { kind: 'object', entries: [{ name: parameter.name, value }] } }, [
          parameter.source,
        ]),
        scene.expectItems,
        {
          call: help('expect_each', [name(response), scene.items, literal(parameter.name)], { value }),
          sources: [parameter.source],
        },
      ],
    }),
  ];
}

function enumOf(parts: readonly { enum?: Json[] }[]): Json[] {
  const listed = parts.find((part) => part.enum !== undefined)?.enum ?? [];
  return listed.filter((value) => typeof value === 'string');
}
