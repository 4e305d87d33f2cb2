import type { Row, TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { literal, name, type Name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';
import type { Boundary } from '../values/types';

import type { OperationPlan } from './operation-plan';
import { canRepeat } from './repeatable';
import { expectSuccess, requireSamples, send } from './steps';
import { placeText, placeWords } from './violation-words';
import { writeCase } from './write-case';

/** Each member of the body at the edges of what it allows is accepted: one test per member, one row per edge. */
export function acceptBoundaries(plan: OperationPlan): TestCase[] {
  const { call, context } = plan;
  const body = call.body;
  if (body?.place === undefined || body.media.schema === undefined) return [];
  const found = context.values.boundaries(body.media.schema, body.value, body.place);
  const byPlace = new Map<string, Boundary[]>();
  for (const edge of found.items) {
    const key = JSON.stringify([edge.delta.op, edge.delta.path]);
    byPlace.set(key, [...(byPlace.get(key) ?? []), edge]);
  }
  return [...byPlace.values()].flatMap((edges) => {
    // A row cannot hold what a fixture makes: such an edge is a test of its own.
    const alone = edges.filter((edge) => usesOf(plan, edge).length > 0);
    const rows = edges.filter((edge) => !alone.includes(edge));
    return [
      ...edgeCase(plan, rows),
      ...alone
        .filter((edge) => isRepeatable(plan, edge))
        .flatMap((edge) => edgeCase(plan, [edge], ` ${edge.id}`)),
    ];
  });
}

function isRepeatable(plan: OperationPlan, { delta, source }: Boundary): boolean {
  return delta.op === 'remove' || canRepeat(plan, delta.path, delta.value, source);
}

function usesOf(plan: OperationPlan, { delta }: Boundary): Name[] {
  return delta.op === 'remove' ? [] : plan.fixtures.memberOf(plan.operation, delta.path, delta.value).uses;
}

function edgeCase(plan: OperationPlan, edges: Boundary[], suffix = ''): TestCase[] {
  const expected = expectedSuccess(plan.operation);
  const [first] = edges;
  if (!expected || !first || first.delta.op === 'remove') return [];
  const { path } = first.delta;
  const isFamily = edges.length > 1;
  const value = fixed('value');
  const rows: Row[] = edges.flatMap(({ id, delta, source }) =>
    delta.op === 'remove'
      ? []
      : [
          {
            id,
            values: [plan.fixtures.memberOf(plan.operation, delta.path, delta.value).expression],
            sources: [source],
          },
        ],
  );
  const given = isFamily ? name(value) : (rows[0]?.values[0] ?? literal(null));
  const changed = help('changed', [invoke(plan.subject, 'body'), ...path.map((step) => literal(step))], {
    value: given,
  });
  const keywords = [...new Set(edges.map((edge) => edge.keyword))].join(', ');
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'accept-boundary',
      place: `body ${JSON.stringify(path)}${suffix}`,
      section: 'operation',
      title: `accepts ${placeWords(path, 'body')} at its limits${suffix}`,
      doc: `Edges of ${placeText(path, 'the body')}: ${keywords}`,
      risk: Math.max(15, 58 - path.length * 4),
      fixtures: usesOf(plan, first),
      parameters: isFamily ? [value] : [],
      rows: isFamily ? rows : [],
      steps: [
        ...requireSamples(plan),
        send(plan, { body: changed }, isFamily ? [] : [first.source]),
        expectSuccess(plan, expected),
      ],
    }),
  ];
}
