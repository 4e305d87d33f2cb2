import type { SourceRef } from '../../diagnostics';
import type { Json } from '../../json';
import type { ApiResponse } from '../../openapi/model';
import type { Step } from '../plan/case';
import { exactStatus, type Expected } from '../plan/expected';
import { literal, name, type Expression, type Name } from '../plan/expression';
import { isXml } from '../plan/media-type';
import { fixed, help, invoke } from '../plan/named';
import { documentedHeaders } from '../plan/schema-files';
import { xmlName } from '../plan/xml-layout';

import type { OperationPlan } from './operation-plan';

export const response = fixed('response');

/** `create_book.require_accepted()`: only then does a refusal of a changed request say anything (law 3). */
export function requireAccepted(plan: OperationPlan, body?: Expression): Step {
  const call = invoke(plan.subject, 'require_accepted', [], { body });
  return { call, sources: [plan.operation.source] };
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
    ...answerOf(plan, expected.responses),
    xml_root: rootOf(plan, expected.responses),
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
    ...(checkBody && answerOf(plan, expected.responses, hasUndescribed(expected))),
  });
  return { call, sources: expected.sources };
}

/** Whether a status is expected that HTTP itself gives and the document does not describe. */
function hasUndescribed({ statuses, responses }: Expected): boolean {
  return statuses.some(
    (each) => each.kind === 'literal' && responses.every((response) => exactStatus(response) !== each.value),
  );
}

/**
 * What the document says about the answer besides its status.
 * @param hasOthers whether an answer may have a status that none of the responses is about
 */
export function answerOf(
  plan: OperationPlan,
  responses: ApiResponse[],
  hasOthers = false,
): Record<string, Expression | undefined> {
  const { subject, schemas } = plan;
  const of = (valueOf: (response: ApiResponse) => Json | undefined): Expression | undefined =>
    byStatus(responses, valueOf, hasOthers);
  return {
    schema: of((each) => schemas.of(subject, each)),
    media_types: of(mediaTypesOf),
    headers: of((each) => schemas.ofHeaders(subject, each) ?? requiredHeaders(each)),
  };
}

/** One value where it holds for all responses; else by status, a class of statuses as its first digit. */
function byStatus(
  responses: ApiResponse[],
  valueOf: (response: ApiResponse) => Json | undefined,
  hasOthers: boolean,
): Expression | undefined {
  const found = responses.map((each) => ({ status: keyOf(each), value: valueOf(each) }));
  const [only, ...others] = found;
  const isSame = others.every(({ value }) => JSON.stringify(value) === JSON.stringify(only?.value));
  if (isSame && !hasOthers) return only?.value === undefined ? undefined : literal(only.value);
  const entries = found.flatMap(({ status, value }) =>
    value === undefined || status === undefined ? [] : [{ status, value }],
  );
  return entries.length === 0 ? undefined : { kind: 'statuses', entries };
}

function keyOf(response: ApiResponse): number | undefined {
  const range = /^([1-5])XX$/i.exec(response.status)?.[1];
  return range === undefined ? exactStatus(response) : Number(range);
}

/** Media types are said where they are not plain JSON with a schema, which is checked anyway. */
function mediaTypesOf({ content }: ApiResponse): string[] | undefined {
  const types = content.map((each) => each.mediaType);
  const isPlain = types.length === 1 && types[0] === 'application/json';
  const isBare = isPlain && content[0]?.schema === undefined;
  if (types.length === 0 || (isPlain && !isBare) || types.includes('*/*')) return undefined;
  return types;
}

function requiredHeaders(response: ApiResponse): string[] | undefined {
  const names = documentedHeaders(response).flatMap((each) => (each.required ? [each.name] : []));
  return names.length === 0 ? undefined : names;
}

/** The root element of an answer that is always XML of a documented schema. */
function rootOf({ context }: OperationPlan, responses: ApiResponse[]): Expression | undefined {
  const [media, ...others] = responses.flatMap((each) => each.content);
  if (!media?.schema || others.length > 0 || responses.length > 1 || !isXml(media.mediaType))
    return undefined;
  const root = xmlName(media.schema, context.model.schemas);
  return root === undefined ? undefined : literal(root);
}
