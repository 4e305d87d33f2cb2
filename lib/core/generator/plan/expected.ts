import type { SourceRef } from '../../diagnostics';
import type { ApiResponse, Operation } from '../../openapi/model';

import { constant, literal, spread, type Expression } from './expression';

/** The statuses that a test expects, as they stand in it, and the responses of the document that say so. */
export interface Expected {
  statuses: Expression[];
  sources: SourceRef[];
  responses: ApiResponse[];
}

/**
 * The documented statuses of a valid request (OpenAPI "Responses Object"): those below 400; the whole class for `2XX`
 * and where only `default` is documented. `undefined`: the document says nothing about success.
 */
export function expectedSuccess(operation: Operation): Expected | undefined {
  // 304 answers conditional requests only (RFC 9110 section 15.4.5).
  const good = operation.responses.filter(({ status }) => /^[123]/.test(status) && status !== '304');
  const chosen =
    good.length > 0 ? good : operation.responses.filter((response) => response.status === 'default');
  if (chosen.length === 0) return undefined;
  const exact = chosen.flatMap((response) => exactStatus(response) ?? []).map((status) => literal(status));
  const hasRange = chosen.some((response) => exactStatus(response) === undefined);
  return {
    statuses: [...exact, ...(hasRange ? [spread(constant('SUCCESS'))] : [])],
    sources: chosen.map((response) => response.source),
    responses: chosen,
  };
}

/**
 * The statuses that answer a wrong request (law 4): the documented ones among `fitting`; else any client error when
 * the document describes refusals only as a class, or not at all.
 */
export function expectedRefusal(operation: Operation, fitting: number[]): Expected {
  const chosen = operation.responses.filter((response) => fitting.includes(Number(response.status)));
  if (chosen.length > 0) {
    return {
      statuses: chosen.map((response) => literal(Number(response.status))),
      sources: chosen.map((response) => response.source),
      responses: chosen,
    };
  }
  const general = operation.responses.filter((response) => /^(4XX|default)$/i.test(response.status));
  return {
    statuses: [spread(constant('CLIENT_ERRORS'))],
    sources: general.map((response) => response.source),
    responses: general,
  };
}

/** As `expected`, and this status too, which HTTP itself gives for the violation whether documented or not. */
export function orAlso(expected: Expected, status: number): Expected {
  const isThere = expected.statuses.some((each) => each.kind !== 'literal' || each.value === status);
  return isThere ? expected : { ...expected, statuses: [literal(status), ...expected.statuses] };
}

/** Exactly these statuses, documented or ruled by HTTP itself; with the documented responses among them. */
export function expectedExactly(operation: Operation, statuses: number[]): Expected {
  const chosen = operation.responses.filter((response) => statuses.includes(Number(response.status)));
  const used = chosen.length > 0 ? chosen.map((response) => Number(response.status)) : statuses;
  return {
    statuses: used.map((status) => literal(status)),
    sources: chosen.map((response) => response.source),
    responses: chosen,
  };
}

export function exactStatus(response: ApiResponse): number | undefined {
  return /^\d{3}$/.test(response.status) ? Number(response.status) : undefined;
}

export function documents(operation: Operation, status: number): boolean {
  return operation.responses.some((response) => Number(response.status) === status);
}
