import type { Row, TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { expectedSuccess } from '../plan/expected';
import { literal, name, spread, type Expression, type Name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';
import type { Boundary, Delta } from '../values/types';

import { edgeId } from './edge-id';
import type { OperationPlan } from './operation-plan';
import { canRepeat } from './repeatable';
import { expectSuccess, requireSamples, send } from './steps';
import { placeText, placeWords } from './violation-words';
import { writeCase } from './write-case';

interface Edge extends Boundary {
  delta: Extract<Delta, { op: 'set' | 'add' }>;
}

/** Each member of the body at the edges of what it allows is accepted: one row per edge. */
export function acceptBoundaries(plan: OperationPlan): TestCase[] {
  const { call, context } = plan;
  const body = call.body;
  if (body?.place === undefined || body.media.schema === undefined) return [];
  const found = context.values.boundaries(body.media.schema, body.value, body.place);
  for (const { reason, source } of found.skipped)
    context.report(gapOf(plan.operation, `body ${body.mediaType}`, reason, source));
  const edges = onceInAList(found.items).flatMap((edge): Edge[] => {
    const { delta } = edge;
    if (delta.op === 'remove') return [];
    return plan.fixtures.isReference(plan.operation, body.value, delta.path) ? [] : [{ ...edge, delta }];
  });
  // A row cannot hold what a fixture makes: such an edge is a test of its own.
  const alone = edges.filter((edge) => memberOf(plan, edge).uses.length > 0);
  const rows = edges.filter((edge) => !alone.includes(edge));
  return [
    ...(rows.length > 1 ? family(plan, rows) : rows.flatMap((edge) => single(plan, edge))),
    ...alone
      .filter((edge) => canRepeat(plan, edge.delta.path, edge.delta.value, edge.source))
      .flatMap((edge) => single(plan, edge)),
  ];
}

/** Items of one list are alike: an edge of one of them says it for all. */
function onceInAList(edges: Boundary[]): Boundary[] {
  const seen = new Set<string>();
  return edges.filter(({ source, id, delta }) => {
    const key = JSON.stringify([source, id, delta.op, delta.path.filter((step) => typeof step === 'string')]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function memberOf(plan: OperationPlan, { delta }: Edge): { expression: Expression; uses: Name[] } {
  return plan.fixtures.memberOf(plan.operation, delta.path, delta.value);
}

function family(plan: OperationPlan, edges: Edge[]): TestCase[] {
  const expected = expectedSuccess(plan.operation);
  if (!expected) return [];
  const isFlat = edges.every(({ delta }) => delta.path.length === 1);
  const place = fixed(isFlat ? 'name' : 'place');
  const value = fixed('value');
  const rows = edges.map((edge): Row => {
    const { path } = edge.delta;
    return {
      id: edgeId(placeWords(path, 'body').replace(/ /g, '-'), edge.id, edge.delta.value),
      values: [literal(isFlat ? (path[0] ?? '') : path), memberOf(plan, edge).expression],
      sources: [edge.source],
    };
  });
  const at = isFlat ? name(place) : spread(name(place));
  const changed = help('changed', [invoke(plan.subject, 'body'), at], { value: name(value) });
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'accept-boundary',
      place: 'body',
      section: 'operation',
      title: 'accepts each member at its limits',
      doc: 'Each member of the body at the edges of what it allows',
      risk: 66,
      parameters: [place, value],
      rows,
      steps: [...requireSamples(plan), send(plan, { body: changed }, []), expectSuccess(plan, expected)],
    }),
  ];
}

function single(plan: OperationPlan, edge: Edge): TestCase[] {
  const expected = expectedSuccess(plan.operation);
  if (!expected) return [];
  const { path } = edge.delta;
  const { expression, uses } = memberOf(plan, edge);
  const steps = path.map((step) => literal(step));
  const changed = help('changed', [invoke(plan.subject, 'body'), ...steps], { value: expression });
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'accept-boundary',
      place: `body ${JSON.stringify(path)} ${edge.id}`,
      section: 'operation',
      title: `accepts ${placeWords(path, 'body')} with ${edge.id.replace(/-/g, ' ')}`,
      doc: `${placeText(path, 'The body')} at an edge of ${edge.keyword}`,
      risk: 46,
      fixtures: uses,
      steps: [
        ...requireSamples(plan),
        send(plan, { body: changed }, [edge.source]),
        expectSuccess(plan, expected),
      ],
    }),
  ];
}
