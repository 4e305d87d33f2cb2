import type { Operation } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { literal, member, name, type Invocation, type Name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';
import { pathOf, segmentsOf, shapeOf, type Segment } from '../plan/path-template';

import { listScene } from './list-scene';
import type { OperationPlan } from './operation-plan';
import { response, send } from './steps';
import { writeCase } from './write-case';

const created = fixed('created');
const other = fixed('other');

/** The list under one parent (`/books/{bookId}/reviews`) does not show what belongs to another one. */
export function listOfParent(plan: OperationPlan): TestCase[] {
  const { operation, fixtures, context } = plan;
  const scene = listScene(plan);
  const child = scene?.producer;
  const parameter = lastParameter(operation);
  if (scene?.key === undefined || child?.path === undefined || !parameter) return [];
  const { segment, shape } = parameter;
  const owner = context.resources.ofItem(shape);
  const parent = owner && fixtures.resourceOf(owner);
  if (!parent || parent.identifiedBy.from !== 'body') return [];
  // Only where the child is made under the first parent, which is the fixture.
  if (!fixtures.calls().some((call) => call.name === child.call && call.uses.includes(parent.name)))
    return [];
  const { path } = parent.identifiedBy;
  const result = (call: Name, needs: (string | number)[]): Invocation =>
    invoke(
      call,
      'result',
      needs.map((step) => literal(step)),
    );
  const wrong = { name: segment.name, value: member(name(other), path) };
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'list-of-parent',
      place: `path ${segment.name}`,
      section: 'operation',
      title: `lists nothing of another ${parent.noun}`,
      doc: `What belongs to one ${parent.noun} is not listed for another one`,
      risk: 81,
      about: operation.source,
      fixtures: [child.call, parent.call],
      steps: [
        { into: created, call: result(child.call, child.path), sources: [child.source] },
        { into: other, call: result(parent.call, path), sources: [parent.source] },
        send(plan, { path: { kind: 'object', entries: [wrong] } }, [operation.source]),
        scene.expectItems,
        {
          call: help('expect_not_listed', [name(response), scene.items, literal(scene.key)], {
            value: member(name(created), child.path),
          }),
          sources: [operation.source],
        },
      ],
    }),
  ];
}

function lastParameter({
  path,
}: Operation): { segment: Segment & { name: string }; shape: string } | undefined {
  const segments = segmentsOf(path);
  const at = segments.findLastIndex((segment) => segment.kind === 'parameter');
  const segment = segments[at];
  return segment?.kind === 'parameter'
    ? { segment, shape: shapeOf(pathOf(segments.slice(0, at + 1))) }
    : undefined;
}
