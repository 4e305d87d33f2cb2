import type { Json } from '../../json';
import type { Parameter } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { expectedExactly } from '../plan/expected';
import { literal } from '../plan/expression';
import { segmentsOf } from '../plan/path-template';
import { typesOf } from '../plan/schema-members';
import { serialise } from '../plan/serialise';

import type { OperationPlan } from './operation-plan';
import { expectRejection, requireAccepted, send } from './steps';
import { writeCase } from './write-case';

/** Ids of the right type and format that no server should have. */
const byFormat: Record<string, Json> = { uuid: '00000000-0000-4000-8000-00000000dead' };
const candidates: Json[] = ['does-not-exist', 2147483646, 999999999, 'ZZZZZZZZ', '00000000000000000000dead'];

/** Something that does not exist is answered 404 (RFC 9110 section 15.5.5), or 410 where that is documented. */
export function rejectUnknownId(plan: OperationPlan): TestCase[] {
  const { operation, call } = plan;
  const last = segmentsOf(operation.path).findLast((segment) => segment.kind === 'parameter');
  const parameter = operation.parameters.find((each) => each.in === 'path' && each.name === last?.name);
  // A value that the request gives itself (an enum) names no thing that could be missing.
  if (!parameter || call.parameters.get(parameter) !== undefined) return [];
  if (operation.method === 'put' && operation.responses.some((each) => each.status === '201')) return [];
  const unknown = unknownValue(plan, parameter);
  if (unknown === undefined) return [];
  const rule = `nothing has this ${parameter.name}`;
  return [
    writeCase(plan, {
      category: 'error',
      rule: 'unknown-id',
      place: `path ${parameter.name}`,
      section: 'error',
      title: `rejects unknown ${parameter.name}`,
      doc: `${operation.method.toUpperCase()} ${operation.path} with a ${parameter.name} that nothing has`,
      risk: 68,
      steps: [
        requireAccepted(plan),
        send(plan, { path: { kind: 'object', entries: serialise(parameter, unknown) } }, [parameter.source]),
        expectRejection(plan, expectedExactly(operation, [404, 410]), literal(rule), true),
      ],
    }),
  ];
}

function unknownValue(plan: OperationPlan, parameter: Parameter): Json | undefined {
  const { values, model } = plan.context;
  const format = typeof parameter.schema === 'object' ? parameter.schema.format : undefined;
  const known = format === undefined ? undefined : byFormat[format];
  if (known !== undefined) return known;
  const types = typesOf(parameter.schema, model.schemas);
  const isNumeric = types.includes('integer') || types.includes('number');
  return candidates
    .filter((value) => isNumeric === (typeof value === 'number'))
    .find((value) => values.isValid(parameter.schema, value));
}
