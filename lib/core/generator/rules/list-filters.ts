import type { Json } from '../../json';
import type { Parameter, Schema } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { literal, name, type Expression } from '../plan/expression';
import { fixed, help } from '../plan/named';
import { applying, propertiesOf } from '../plan/schema-members';

import { listScene, type ListScene } from './list-scene';
import type { OperationPlan } from './operation-plan';
import { response, send } from './steps';
import { writeCase } from './write-case';

/** A value of a query by which a list is narrowed. */
interface Filter {
  /** The property of the items, and of an object in the query that holds the filters. */
  name: string;
  /** As the query has it: `status`, `filter[status]`. */
  sentAs: string;
  schema: Schema;
  parameter: Parameter;
  /** The whole value of the parameter. */
  valueOf: (value: Json) => Json;
}

/**
 * A parameter that is named as a property of the items and offers values of its enum narrows the list to items with
 * that value; so does a member of an object in the query. Others may filter by rules that the document does not tell.
 */
export function listFilters(plan: OperationPlan): TestCase[] {
  const scene = listScene(plan);
  if (!scene) return [];
  return filtersOf(plan).flatMap((each) => filter(plan, scene, each));
}

function filtersOf({ operation, context }: OperationPlan): Filter[] {
  const inQuery = operation.parameters.filter((each) => each.in === 'query' && each.mediaType === undefined);
  return inQuery.flatMap((parameter): Filter[] => {
    const { name: own, schema, style } = parameter;
    if (style !== 'deepObject')
      return [{ name: own, sentAs: own, schema, parameter, valueOf: (value) => value }];
    return [...propertiesOf(schema, context.model.schemas)].map(([name, member]) => ({
      name,
      sentAs: `${own}[${name}]`,
      schema: member,
      parameter,
      valueOf: (value) => ({ [name]: value }),
    }));
  });
}

function filter(
  plan: OperationPlan,
  scene: ListScene,
  { name: property, sentAs, schema, parameter, valueOf }: Filter,
): TestCase[] {
  const { schemas } = plan.context.model;
  const shownAs = scene.view.properties.get(property);
  if (shownAs === undefined) return [];
  const offered = enumOf(applying(schema, schemas));
  const shown = enumOf(applying(shownAs, schemas));
  const values = offered.filter(
    (value) => shown.includes(value) && plan.context.values.isValid(parameter.schema, valueOf(value)),
  );
  if (values.length === 0 || values.length < offered.length) return [];
  const isFamily = values.length > 1;
  const value: Expression = isFamily ? name(fixed('value')) : literal(values[0] ?? null);
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'filter-is-respected',
      place: `query ${sentAs}`,
      section: 'operation',
      title: `lists only the ${property} asked for`,
      doc: `Each item has the ${property} that the query names`,
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
        send(plan, { query: { kind: 'object', entries: [{ name: sentAs, value }] } }, [parameter.source]),
        scene.expectItems,
        {
          call: help('expect_each', [name(response), scene.items, literal(property)], { value }),
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
