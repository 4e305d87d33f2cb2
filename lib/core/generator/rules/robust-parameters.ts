import type { Row, TestCase } from '../plan/case';
import { literal, name, type Expression } from '../plan/expression';
import { fixed, help } from '../plan/named';

import { freestParameter } from './free-places';
import type { OperationPlan } from './operation-plan';
import { extremeTexts, notUtf8 } from './robust-values';
import { requireAccepted, response, send } from './steps';
import { writeCase } from './write-case';

/** Extreme values of a parameter are accepted or refused, and never make the server fail: one family for each place. */
export function robustParameters(plan: OperationPlan): TestCase[] {
  const isRead = plan.operation.method === 'get';
  return [
    ...family(plan, 'query', queryRows(plan)),
    // What such a path leads to is not known: it is only read.
    ...(isRead ? family(plan, 'path', pathRows(plan)) : []),
    ...family(plan, 'headers', headerRows(plan)),
  ];
}

function queryRows(plan: OperationPlan): Row[] {
  const { operation } = plan;
  const parameter = freestParameter(plan, 'query');
  if (!parameter && operation.method !== 'get') return [];
  const unknown = ['unknown_parameter', 'another_unknown_parameter'].find((each) =>
    operation.parameters.every((known) => known.name !== each),
  );
  const source = operation.source;
  const row = (id: string, key: string, value: Expression): Row => ({
    id,
    values: [{ kind: 'object', entries: [{ name: key, value }] }],
    sources: [parameter?.source ?? source],
  });
  const own = parameter
    ? [
        ...extremeTexts.map(({ id, text }) => row(`${parameter.name}-${id}`, parameter.name, literal(text))),
        row(`${parameter.name}-not-utf-8`, parameter.name, help('verbatim', [literal(notUtf8)])),
        row(`${parameter.name}-given-twice`, parameter.name, literal(['a', 'b'])),
        row(`${parameter.name}-as-object`, `${parameter.name}[a][b]`, literal('1')),
      ]
    : [];
  return [...own, ...(unknown === undefined ? [] : [row('unknown-parameter', unknown, literal('1'))])];
}

function pathRows(plan: OperationPlan): Row[] {
  const parameter = plan.operation.parameters.findLast((each) => each.in === 'path');
  if (!parameter) return [];
  const row = (id: string, value: Expression): Row => ({
    id: `${parameter.name}-${id}`,
    values: [{ kind: 'object', entries: [{ name: parameter.name, value }] }],
    sources: [parameter.source],
  });
  return [
    ...extremeTexts.map(({ id, text }) => row(id, literal(text))),
    row('not-utf-8', help('verbatim', [literal(notUtf8)])),
  ];
}

/** A field value is visible ASCII for the client library; what else HTTP allows is obsolete (RFC 9110 section 5.5). */
function headerRows(plan: OperationPlan): Row[] {
  const parameter = freestParameter(plan, 'headers');
  if (!parameter) return [];
  return extremeTexts
    .filter(({ text }) => /^[\x20-\x7e]*$/.test(text))
    .map(({ id, text }) => ({
      id: `${parameter.name}-${id}`,
      values: [literal({ [parameter.name]: text })],
      sources: [parameter.source],
    }));
}

const places = { query: 'query', path: 'path', headers: 'header' } as const;

function family(plan: OperationPlan, part: keyof typeof places, rows: Row[]): TestCase[] {
  const parameter = fixed(part);
  const place = places[part];
  if (rows.length === 0) return [];
  const rule = `extreme values in the ${place} are accepted or refused`;
  const [only] = rows;
  const isFamily = rows.length > 1;
  return [
    writeCase(plan, {
      category: 'error',
      rule: `robust-${place}`,
      place,
      section: 'error',
      title: isFamily ? `handles extreme values in the ${place}` : 'handles an unknown query parameter',
      doc: isFamily
        ? rule.charAt(0).toUpperCase() + rule.slice(1)
        : 'A query that nothing describes is no failure',
      risk: part === 'query' ? 29 : 28,
      parameters: isFamily ? [parameter] : [],
      rows: isFamily ? rows : [],
      steps: [
        requireAccepted(plan),
        send(
          plan,
          { [part]: isFamily ? name(parameter) : only?.values[0] },
          isFamily ? [] : (only?.sources ?? []),
        ),
        { call: help('expect_handled', [name(response)], { rule: literal(rule) }), sources: [] },
      ],
    }),
  ];
}
