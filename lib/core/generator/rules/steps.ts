import type { SourceRef } from '../../diagnostics';
import type { ApiResponse } from '../../openapi/model';
import type { Step } from '../plan/case';
import { exactStatus, type Expected } from '../plan/expected';
import { literal, name, type Expression, type Name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';

import type { OperationPlan } from './operation-plan';

export const response = fixed('response');

/** `create_book.require_accepted()`: only then does a refusal of a changed request say anything (law 3). */
export function requireAccepted(plan: OperationPlan): Step {
  return { call: invoke(plan.subject, 'require_accepted'), sources: [plan.operation.source] };
}

/** Positive tests of something that the environment names are skipped where it does not exist. */
export function requireSamples(plan: OperationPlan): Step[] {
  if (plan.call.fixture.samples.length === 0) return [];
  return [{ call: invoke(plan.subject, 'require_sample'), sources: [plan.operation.source] }];
}

/** `response = create_book.send(...)`. */
export function send(
  plan: OperationPlan,
  change: Record<string, Expression | undefined>,
  sources: SourceRef[],
): Step {
  return { into: response, call: invoke(plan.subject, 'send', [], change), sources };
}

/** `expect_success(response, 201, schema="create_book_201")`. */
export function expectSuccess(plan: OperationPlan, expected: Expected, into?: Name): Step {
  const call = help('expect_success', [name(response), ...expected.statuses], {
    schema: schemaOf(plan, expected.responses),
    media_types: mediaTypesOf(expected.responses),
    headers: headersOf(expected.responses),
  });
  return { ...(into && { into }), call, sources: expected.sources };
}

/** `expect_rejection(response, 400, 422, rule="title: maxLength 200")`. */
export function expectRejection(
  plan: OperationPlan,
  expected: Expected,
  rule: Expression,
  checkBody = false,
): Step {
  const call = help('expect_rejection', [name(response), ...expected.statuses], {
    rule,
    schema: checkBody ? schemaOf(plan, expected.responses) : undefined,
    headers: checkBody ? headersOf(expected.responses) : undefined,
  });
  return { call, sources: expected.sources };
}

function schemaOf(plan: OperationPlan, responses: ApiResponse[]): Expression | undefined {
  const files = responses.map((each) => ({ each, file: plan.schemas.of(plan.subject, each) }));
  const first = files[0];
  if (!first) return undefined;
  if (files.length === 1) return first.file === undefined ? undefined : literal(first.file);
  const entries = files.flatMap(({ each, file }) => {
    const status = exactStatus(each);
    return file === undefined || status === undefined ? [] : [{ status, value: file }];
  });
  return entries.length === 0 ? undefined : { kind: 'statuses', entries };
}

/** Media types are said where they are not plain JSON; several responses with different ones are not told apart. */
function mediaTypesOf(responses: ApiResponse[]): Expression | undefined {
  if (responses.length !== 1) return undefined;
  const types = responses[0]?.content.map((each) => each.mediaType) ?? [];
  const isPlain = types.length === 1 && types[0] === 'application/json';
  const isBare = isPlain && responses[0]?.content[0]?.schema === undefined;
  if (types.length === 0 || (isPlain && !isBare) || types.includes('*/*')) return undefined;
  return literal(types);
}

function headersOf(responses: ApiResponse[]): Expression | undefined {
  const names = responses.length === 1 ? (responses[0]?.headers.filter((each) => each.required) ?? []) : [];
  return names.length === 0 ? undefined : literal(names.map((each) => each.name));
}
