import type { Row, TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { expectedRefusal } from '../plan/expected';
import { literal, name, spread } from '../plan/expression';
import { fixed, help } from '../plan/named';
import type { Refusals } from '../plan/refusals';
import type { Violation } from '../values/types';

import type { OperationPlan } from './operation-plan';
import { expectRejection, send } from './steps';
import type { AcceptedBody } from './violation-cases';
import { placeWords, violationRisk } from './violation-words';
import { writeCase } from './write-case';

const mostRows = 80;

/** Members of a body with values of another type: one row per member and type. */
export function rejectWrongTypes(
  plan: OperationPlan,
  violations: Violation[],
  accepted: AcceptedBody,
): TestCase[] {
  const shallowFirst = violations.toSorted((a, b) => a.delta.path.length - b.delta.path.length);
  const kept = shallowFirst.slice(0, mostRows);
  const [left] = shallowFirst.slice(mostRows);
  if (left) {
    const reason = `beyond ${mostRows} wrong types of one body`;
    plan.context.report(gapOf(plan.operation, 'deep members of wrong type', reason, left.source));
  }
  const isFlat = kept.every(({ delta }) => delta.path.length === 1);
  const place = fixed(isFlat ? 'name' : 'place');
  const value = fixed('value');
  const rows = kept.flatMap(({ delta, id, source }): Row[] => {
    if (delta.op === 'remove') return [];
    const at = literal(isFlat ? (delta.path[0] ?? '') : delta.path);
    const label = `${placeWords(delta.path, 'body').replace(/ /g, '-')}-${id}`;
    return [{ id: label, values: [at, literal(delta.value)], sources: [source] }];
  });
  if (rows.length === 0) return [];
  const at = isFlat ? name(place) : spread(name(place));
  const body = help('changed', [accepted.body, at], { value: name(value) });
  const expected = expectedRefusal(plan.operation, plan.context.settings.invalidStatuses);
  return [
    writeCase(plan, {
      category: 'validation',
      rule: 'body-type',
      place: `body members${accepted.key === '' ? '' : ` ${accepted.key}`}`,
      section: 'validation',
      title: `rejects members of wrong type${accepted.words}`,
      doc: `Each member of the body has the type that the document gives it${accepted.words}`,
      risk: violationRisk({ keyword: 'type' }, 0) - (accepted.words === '' ? 0 : 4),
      fixtures: accepted.fixtures,
      parameters: [place, value],
      rows,
      refusals: {
        part: fixed('body'),
        base: accepted.body,
        words: accepted.words,
        keyword: 'type',
        isRemoval: false,
        items: kept.flatMap((each): Refusals['items'] => {
          const { delta, id } = each;
          if (delta.op === 'remove') return [];
          return [
            {
              breaks: `${placeWords(delta.path, 'body')} of wrong type`,
              miss: id,
              path: delta.path,
              value: literal(delta.value),
            },
          ];
        }),
      },
      steps: [
        ...accepted.steps,
        send(plan, { body }, []),
        expectRejection(plan, expected, literal('each member has its documented type')),
      ],
    }),
  ];
}
