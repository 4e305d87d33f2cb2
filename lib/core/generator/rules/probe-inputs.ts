import type { Row, TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { literal, name, type Expression, type Name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';

import { changesItsOwn, freeMember, freestParameter } from './free-places';
import type { OperationPlan } from './operation-plan';
import { encodedLineBreak, probes } from './probes';
import { requireAccepted, response, send } from './steps';
import { writeCase } from './write-case';

/**
 * Texts that do harm where they are taken for code are handled as texts. Only what is read, or what the test itself made,
 * is asked for with them.
 */
export function probeInputs(plan: OperationPlan): TestCase[] {
  const isRead = plan.operation.method === 'get';
  return [
    ...bodyProbes(plan),
    ...(isRead ? [...queryProbes(plan), ...pathProbes(plan)] : []),
    ...headerProbes(plan),
  ];
}

function bodyProbes(plan: OperationPlan): TestCase[] {
  const { call, operation, context } = plan;
  if (operation.method === 'get' || call.body?.place !== 'json') return [];
  if (!changesItsOwn(plan)) {
    context.report(gapOf(operation, 'security probes', 'the tests did not make what they would change'));
    return [];
  }
  const path = freeMember(plan, call.body.value, 'string');
  const source = call.body.media.source;
  if (!path) return [];
  const value = fixed('value');
  const place = path.join('-');
  const rows = [
    ...probes.map(({ id, text }): Row => ({
      id: `${place}-${id}`,
      values: [literal(text)],
      sources: [source],
    })),
    { id: `${place}-nosql`, values: [literal({ $ne: null })], sources: [source] },
  ];
  const changed = help('changed', [invoke(plan.subject, 'body'), ...path.map((step) => literal(step))], {
    value: name(value),
  });
  return [probeCase(plan, { place: 'body', parameter: value, rows, change: { body: changed } })];
}

function queryProbes(plan: OperationPlan): TestCase[] {
  const parameter = freestParameter(plan, 'query');
  if (!parameter) return [];
  const row = (id: string, key: string, text: string): Row => ({
    id: `${parameter.name}-${id}`,
    values: [literal({ [key]: text })],
    sources: [parameter.source],
  });
  const query = fixed('query');
  const rows = [
    ...probes.map(({ id, text }) => row(id, parameter.name, text)),
    row('nosql', `${parameter.name}[$ne]`, '1'),
  ];
  return [probeCase(plan, { place: 'query', parameter: query, rows, change: { query: name(query) } })];
}

function pathProbes(plan: OperationPlan): TestCase[] {
  const parameter = plan.operation.parameters.findLast((each) => each.in === 'path');
  if (!parameter) return [];
  const path = fixed('path');
  const rows = probes.map(({ id, text }): Row => ({
    id: `${parameter.name}-${id}`,
    values: [literal({ [parameter.name]: text })],
    sources: [parameter.source],
  }));
  return [probeCase(plan, { place: 'path', parameter: path, rows, change: { path: name(path) } })];
}

function headerProbes(plan: OperationPlan): TestCase[] {
  const parameter = freestParameter(plan, 'headers');
  if (!parameter || !(plan.operation.method === 'get' || changesItsOwn(plan))) return [];
  const headers = fixed('headers');
  const rows = [...probes.filter(({ text }) => !/[\r\n]/.test(text)), encodedLineBreak].map(
    ({ id, text }): Row => ({
      id: `${parameter.name}-${id}`,
      values: [literal({ [parameter.name]: text })],
      sources: [parameter.source],
    }),
  );
  return [probeCase(plan, { place: 'header', parameter: headers, rows, change: { headers: name(headers) } })];
}

interface ProbeCase {
  place: string;
  parameter: Name;
  rows: Row[];
  change: Record<string, Expression>;
}

function probeCase(plan: OperationPlan, { place, parameter, rows, change }: ProbeCase): TestCase {
  return writeCase(plan, {
    category: 'security',
    rule: `probe-${place}`,
    place,
    section: 'security',
    title: `takes no code from the ${place}`,
    doc: `Text in the ${place} that is code elsewhere is only text`,
    risk: 44,
    parameters: [parameter],
    rows,
    steps: [
      requireAccepted(plan),
      send(plan, change, []),
      { call: help('expect_harmless', [name(response)]), sources: [] },
    ],
  });
}
