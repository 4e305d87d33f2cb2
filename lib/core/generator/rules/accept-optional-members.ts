import type { Json, JsonObject } from '../../json';
import type { Row, TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { literal, name, type Expression } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';
import { requiredOf } from '../plan/schema-members';

import type { OperationPlan } from './operation-plan';
import { expectSuccess, requireSamples, send } from './steps';
import { writeCase } from './write-case';

/** With fewer than these the full body and the one with required members only have said it all. */
const fewest = 2;
const varied = fixed('name');

/** Each optional member of a body can be left out, and can be there alone: one row each. */
export function acceptOptionalMembers(plan: OperationPlan): TestCase[] {
  const { call, context } = plan;
  const body = call.body;
  if (body?.place === undefined || body.media.schema === undefined || !isObject(body.value)) return [];
  const { schema } = body.media;
  const { value } = body;
  const required = [...requiredOf(schema, context.model.schemas)].filter((each) =>
    Object.hasOwn(value, each),
  );
  const optional = Object.keys(value).filter((each) => !required.includes(each));
  if (optional.length < fewest) return [];
  const picked = (names: string[]): JsonObject =>
    Object.fromEntries(Object.entries(value).filter(([each]) => names.includes(each)));
  const others = (left: string) => picked(Object.keys(value).filter((each) => each !== left));
  const isValid = (each: JsonObject) => Object.keys(each).length > 0 && context.values.isValid(schema, each);
  const usual = invoke(plan.subject, 'body');
  const isPartial = plan.operation.method === 'patch';
  return [
    ...family(plan, {
      rule: 'accept-without-optional',
      title: 'accepts a body without each optional member',
      doc: 'Each optional member of the body can be left out',
      risk: 52,
      names: optional.filter((each) => isValid(others(each))),
      body: help('without', [usual, name(varied)]),
    }),
    ...family(plan, {
      rule: 'accept-one-optional',
      title: required.length === 0 ? 'accepts each member alone' : 'accepts each optional member alone',
      doc: 'Each optional member of the body can be there without the others',
      risk: isPartial ? 66 : 53,
      names: optional.filter((each) => isValid(picked([...required, each]))),
      body: help('only', [usual, ...required.map((each) => literal(each)), name(varied)]),
    }),
  ];
}

function family(
  plan: OperationPlan,
  text: { rule: string; title: string; doc: string; risk: number; names: string[]; body: Expression },
): TestCase[] {
  const expected = expectedSuccess(plan.operation);
  const { names, body, ...words } = text;
  if (!expected || names.length < fewest) return [];
  const sources = plan.call.body ? [plan.call.body.media.source] : [];
  return [
    writeCase(plan, {
      ...words,
      category: 'crud',
      place: 'body members',
      section: 'operation',
      parameters: [varied],
      rows: names.map((each): Row => ({ id: each, values: [literal(each)], sources })),
      steps: [...requireSamples(plan), send(plan, { body }, sources), expectSuccess(plan, expected)],
    }),
  ];
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
