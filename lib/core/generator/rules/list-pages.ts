import type { TestCase } from '../plan/case';
import { literal, name, type Expression } from '../plan/expression';
import { help } from '../plan/named';

import { isPageNumber, listScene, pagingOf } from './list-scene';
import type { OperationPlan } from './operation-plan';
import { response, send } from './steps';
import { writeCase } from './write-case';

/** A page holds no more than was asked for, and two pages show different items. */
export function listPages(plan: OperationPlan): TestCase[] {
  const scene = listScene(plan);
  const { size, position } = pagingOf(plan);
  if (!scene || !size) return [];
  const held = writeCase(plan, {
    category: 'crud',
    rule: 'page-size-is-held',
    place: `query ${size.name}`,
    section: 'operation',
    title: `holds ${size.name}`,
    doc: `A page has no more items than ${size.name} says`,
    risk: 81,
    about: size.source,
    fixtures: scene.fixtures,
    steps: [
      ...scene.makeTwo,
      send(plan, { query: literal({ [size.name]: 1 }) }, [size.source]),
      scene.expectItems,
      { call: help('expect_at_most', [name(response), scene.items, literal(1)]), sources: [size.source] },
    ],
  });
  if (!position || scene.key === undefined) return [held];
  const start = isPageNumber(position) ? 1 : 0;
  if (!plan.context.values.isValid(position.schema, start + 1)) return [held];
  const page = (at: number): Expression => literal({ [size.name]: 1, [position.name]: at });
  return [
    held,
    writeCase(plan, {
      category: 'crud',
      rule: 'pages-are-disjoint',
      place: `query ${position.name}`,
      section: 'operation',
      title: `shows other items at another ${position.name}`,
      doc: `Two pages that ${position.name} tells apart have no item in common`,
      risk: 80,
      about: position.source,
      fixtures: scene.fixtures,
      steps: [
        ...scene.makeTwo,
        {
          call: help(
            'expect_other_page',
            [name(plan.subject), literal(scene.view.path), literal(scene.key)],
            { first: page(start), second: page(start + 1) },
          ),
          sources: [position.source],
        },
      ],
    }),
  ];
}
