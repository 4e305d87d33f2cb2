import type { SourceRef } from '../../diagnostics';
import type { Operation, SecurityScheme } from '../../openapi/model';
import type { Row, Step } from '../plan/case';
import { documents, expectedExactly, orAlso, type Expected } from '../plan/expected';
import { literal, type Name } from '../plan/expression';
import { fixed } from '../plan/named';

import type { OperationPlan } from './operation-plan';
import { expectRejection } from './steps';
import { kebab } from './violation-cases';

/** How a credential differs from the right one, as the support code of a suite names it. */
export type CredentialState =
  | 'right'
  | 'missing'
  | 'wrong'
  | 'empty'
  | 'malformed'
  | 'expired'
  | 'unsigned'
  | 'under another scheme'
  | 'in the query';

/** Somebody else than the main user, and what goes wrong where nothing stops them. */
export interface Identity {
  via: Name;
  /** `without credentials`, `the read only user`: as titles say it. */
  words: string;
  fault: number;
}

export const anonymous = (operation: Operation): Identity => ({
  via: fixed('anonymous_api'),
  words: 'without credentials',
  fault: openFault(operation),
});
export const readOnlyUser: Identity = {
  via: fixed('readonly_api'),
  words: 'for the read only user',
  fault: 206,
};
export const otherUser: Identity = { via: fixed('other_api'), words: 'for another user', fault: 206 };

export function isWrite({ method }: Operation): boolean {
  return method !== 'get' && method !== 'head' && method !== 'options';
}

/** Fault codes of the Web Fuzzing Commons: 207 shown to anyone, 208 changed by anyone. */
export function openFault(operation: Operation): number {
  return isWrite(operation) ? 208 : 207;
}

/** The status of a request whose credentials do not count (RFC 9110 section 15.5.2), or 403 where only that is documented. */
export function unauthenticatedStatus(operation: Operation): number {
  return documents(operation, 401) || !documents(operation, 403) ? 401 : 403;
}

/** The alternatives of an operation with the schemes that a request can show; mutual TLS belongs to the connection. */
export function shownAlternatives({ operation, context }: OperationPlan): SecurityScheme[][] {
  return operation.security.map(({ schemes }) =>
    schemes.flatMap(({ name }) => {
      const scheme = context.model.securitySchemes.get(name);
      return scheme && scheme.type !== 'mutualTLS' ? [scheme] : [];
    }),
  );
}

/** Whether the credential stands behind the word of its scheme, `Bearer` or `Basic` (RFC 9110 section 11.4). */
export function hasWord(scheme: SecurityScheme): boolean {
  return scheme.type === 'http' || scheme.type === 'oauth2' || scheme.type === 'openIdConnect';
}

export function isBasic(scheme: SecurityScheme): boolean {
  return scheme.type === 'http' && scheme.scheme === 'basic';
}

/** Where the document describes the first scheme that the operation asks for. */
export function schemeSource({ operation, context }: OperationPlan): SourceRef {
  const scheme = operation.security[0]?.schemes[0]?.name ?? '';
  return context.model.securitySchemes.get(scheme)?.source ?? operation.source;
}

/**
 * The refusal of somebody whose credentials do not count, or not for this. The challenge of a 401 (RFC 9110 section
 * 11.6.1) is asked for where the document lists it, required or not.
 */
export function expectRefusal(
  plan: OperationPlan,
  { statuses, broken, fault }: { statuses: number[]; broken: string; fault: number },
): Step {
  const documented = expectedExactly(plan.operation, statuses);
  // HTTP itself gives 401 (RFC 9110 section 15.5.2), also where the document lists one of the others alone.
  const expected = statuses.includes(401) ? orAlso(documented, 401) : documented;
  const step = expectRejection(plan, expected, literal(broken), true);
  const [rule, ...others] = step.call.named;
  const challenge = others.every((each) => each.name !== 'headers') ? challengeOf(plan, expected) : undefined;
  const named = [
    ...(rule ? [rule] : []),
    { name: fixed('fault'), value: literal(fault) },
    ...others,
    ...(challenge === undefined ? [] : [{ name: fixed('headers'), value: literal([challenge]) }]),
  ];
  return { ...step, call: { ...step.call, named } };
}

function challengeOf(plan: OperationPlan, { responses }: Expected): string | undefined {
  const [only] = responses;
  const isHttp = shownAlternatives(plan).flat().some(hasWord);
  if (responses.length !== 1 || only?.status !== '401' || !isHttp) return undefined;
  return only.headers.find((each) => each.name.toLowerCase() === 'www-authenticate')?.name;
}

/** A row of a family about one scheme's credential. */
export function stateRow(scheme: SecurityScheme, state: CredentialState): Row {
  return {
    id: kebab(`${scheme.name} ${state}`).replace(/ /g, '-'),
    values: [literal({ [scheme.name]: state })],
    sources: [scheme.source],
  };
}
