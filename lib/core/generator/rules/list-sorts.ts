import type { Parameter, Schema } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { literal, name } from '../plan/expression';
import { fixed, help } from '../plan/named';
import { applying, typesOf } from '../plan/schema-members';

import { listScene } from './list-scene';
import type { OperationPlan } from './operation-plan';
import { response, send } from './steps';
import { writeCase } from './write-case';

/** Names of parameters that choose an order. */
export const sorting = /^(sort|sort_?by|order|order_?by)$/i;

/** The values of a sort parameter that say field and direction: `name` and `-name`, of a property of the items. */
export function listSorts(plan: OperationPlan): TestCase[] {
  const scene = listScene(plan);
  const parameter = plan.operation.parameters.find((each) => each.in === 'query' && sorting.test(each.name));
  if (!scene || !parameter) return [];
  const orders = ordersOf(plan, parameter, scene.view.properties);
  if (orders.length === 0) return [];
  const by = fixed('value');
  const field = fixed('field');
  const descending = fixed('descending');
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'sort-is-respected',
      place: `query ${parameter.name}`,
      section: 'operation',
      title: `is ordered by ${parameter.name}`,
      doc: `The list has the order that ${parameter.name} names`,
      risk: 80,
      about: parameter.source,
      fixtures: scene.fixtures,
      parameters: [by, field, descending],
      rows: orders.map((order) => ({
        id: order.isDescending ? `${order.field}-descending` : `${order.field}-ascending`,
        values: [literal(order.value), literal(order.field), literal(order.isDescending)],
        sources: [parameter.source],
      })),
      steps: [
        ...scene.makeTwo,
        send(plan, { query: { kind: 'object', entries: [{ name: parameter.name, value: name(by) }] } }, [
          parameter.source,
        ]),
        scene.expectItems,
        {
          call: help('expect_sorted', [name(response), scene.items, name(field)], {
            descending: name(descending),
          }),
          sources: [parameter.source],
        },
      ],
    }),
  ];
}

interface Order {
  value: string;
  field: string;
  isDescending: boolean;
}

/** A field counts when both directions are offered: then the minus is a direction and nothing else. */
function ordersOf(
  { context }: OperationPlan,
  parameter: Parameter,
  properties: ReadonlyMap<string, Schema>,
): Order[] {
  const { schemas } = context.model;
  const offered = applying(parameter.schema, schemas).find((part) => part.enum !== undefined)?.enum ?? [];
  return offered.flatMap((value): Order[] => {
    if (typeof value !== 'string') return [];
    const field = value.replace(/^-/, '');
    const property = properties.get(field);
    const isOffered = offered.includes(field) && offered.includes(`-${field}`);
    if (property === undefined || !isOffered) return [];
    const types = typesOf(property, schemas).filter((type) => type !== 'null');
    const isPlain = types.length === 1 && /^(string|integer|number)$/.test(types[0] ?? '');
    return isPlain ? [{ value, field, isDescending: value !== field }] : [];
  });
}
