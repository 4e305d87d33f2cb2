import type { Parameter } from '../../openapi/model';
import type { Row, TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { expectedSuccess } from '../plan/expected';
import { literal, name, type Expression, type Name } from '../plan/expression';
import { fixed } from '../plan/named';

import { edgeId } from './edge-id';
import type { OperationPlan } from './operation-plan';
import {
  applied,
  isOpaque,
  partOf,
  sentAs,
  validValue,
  variedParameters,
  type Part,
} from './parameter-values';
import { expectSuccess, requireSamples, send } from './steps';
import { writeCase } from './write-case';

/** Each optional parameter alone, and each parameter at the edges of what it allows: one row each. */
export function acceptParameters(plan: OperationPlan): TestCase[] {
  const varied = variedParameters(plan).filter((each) => each.in !== 'path');
  const parts: Part[] = ['query', 'headers', 'cookies'];
  return parts.flatMap((part) => {
    const own = varied.filter((each) => partOf(each) === part);
    return family(plan, part, own);
  });
}

interface Found {
  row: Row;
  uses: Name[];
}

function family(plan: OperationPlan, part: Part, parameters: Parameter[]): TestCase[] {
  const expected = expectedSuccess(plan.operation);
  const found = parameters.flatMap((parameter) => rowsOf(plan, parameter));
  const [first] = found;
  if (!expected || !first) return [];
  const isFamily = found.length > 1;
  const singular = { query: 'query', headers: 'header', cookies: 'cookie', path: 'path' }[part];
  const value: Expression | undefined = isFamily ? name(fixed(part)) : first.row.values[0];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: `accept-${singular}-parameters`,
      place: part,
      section: 'operation',
      title: `accepts ${isFamily ? `each ${singular} parameter` : first.row.id}`,
      doc: `Each ${singular} parameter alone, at the edges of what it allows`,
      risk: 64,
      fixtures: found.flatMap(({ uses }) => uses),
      parameters: isFamily ? [fixed(part)] : [],
      rows: isFamily ? found.map(({ row }) => row) : [],
      steps: [
        ...requireSamples(plan),
        send(plan, { [part]: value }, isFamily ? [] : first.row.sources),
        expectSuccess(plan, expected),
      ],
    }),
  ];
}

function rowsOf(plan: OperationPlan, parameter: Parameter): Found[] {
  const { context, operation, call } = plan;
  const construct = `${parameter.in} parameter ${parameter.name}`;
  if (isOpaque(parameter)) {
    const reason = 'a valid value depends on an earlier answer or on the server';
    context.report(gapOf(operation, construct, reason, parameter.source));
    return [];
  }
  // A row cannot hold what a fixture makes: a parameter that names a resource is tested where it is required.
  if (plan.fixtures.ownerOf(operation, parameter)) return [];
  const value = validValue(plan, parameter);
  if (value === undefined) return [];
  const row = (id: string, rowValue: typeof value, source = parameter.source): Found => ({
    row: { id, values: [sentAs(plan, parameter, rowValue).value], sources: [source] },
    uses: [],
  });
  const alone = call.parameters.has(parameter) ? [] : [row(parameter.name, value)];
  const edges = context.values.boundaries(parameter.schema, value, parameter.in);
  for (const { reason, source } of edges.skipped) context.report(gapOf(operation, construct, reason, source));
  const rows = edges.items.flatMap((edge) => {
    const changed = applied(value, edge.delta);
    if (changed === undefined || JSON.stringify(changed) === JSON.stringify(value)) return [];
    return [row(edgeId(parameter.name, edge.id, changed), changed, edge.source)];
  });
  return distinctRows([...alone, ...rows, ...empty(parameter)]);
}

/** `?flag=` where the document allows an empty value whatever the schema says (OpenAPI "Parameter Object"). */
function empty({ name: parameter, allowEmptyValue, in: place, source }: Parameter): Found[] {
  if (place !== 'query' || !allowEmptyValue) return [];
  return [
    {
      row: { id: `${parameter}-empty`, values: [literal({ [parameter]: '' })], sources: [source] },
      uses: [],
    },
  ];
}

/** The edges of two keywords may be the same value. */
function distinctRows(found: Found[]): Found[] {
  const first = new Map<string, Found>();
  for (const each of found) {
    const sent = JSON.stringify(each.row.values);
    if (!first.has(sent)) first.set(sent, each);
  }
  return [...first.values()];
}
