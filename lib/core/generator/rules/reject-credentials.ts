import type { SourceRef } from '../../diagnostics';
import type { TestCase } from '../plan/case';
import { documents, expectedExactly } from '../plan/expected';
import { literal, name, type Name } from '../plan/expression';
import { fixed } from '../plan/named';
import { needsCredentials } from '../plan/security';

import type { OperationPlan } from './operation-plan';
import { expectRejection, requireAccepted, send } from './steps';
import { writeCase } from './write-case';

/** Without credentials, and with wrong ones, an operation that requires them is refused (RFC 9110 section 15.5.2). */
export function rejectCredentials(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  if (!needsCredentials(operation)) return [];
  const attempts: Attempt[] = [
    {
      via: fixed('anonymous_api'),
      rule: 'missing-credentials',
      title: 'rejects missing credentials',
      broken: 'credentials are required',
      risk: 88,
    },
    {
      via: fixed('stranger_api'),
      rule: 'wrong-credentials',
      title: 'rejects wrong credentials',
      broken: 'credentials are checked',
      risk: 86,
    },
  ];
  if (hasWord(plan)) {
    attempts.push({
      via: fixed('misplaced_api'),
      rule: 'another-scheme',
      title: 'rejects credentials under another scheme',
      broken: 'credentials count under the documented authentication scheme only',
      risk: 76,
    });
  }
  const refused = documents(operation, 401) || !documents(operation, 403) ? [401] : [403];
  const cases = attempts.map((attempt) => refusal(plan, attempt, refused));
  const isWrite = operation.method !== 'get' && operation.method !== 'head';
  if (!isWrite || !documents(operation, 403)) return cases;
  const lower: Attempt = {
    via: fixed('readonly_api'),
    rule: 'read-only-identity',
    title: 'rejects the read only user',
    broken: 'the read only user may not write',
    risk: 84,
  };
  return [...cases, refusal(plan, lower, [403])];
}

interface Attempt {
  via: Name;
  rule: string;
  title: string;
  /** The rule that the attempt breaks, as the failure message names it. */
  broken: string;
  risk: number;
}

function refusal(plan: OperationPlan, attempt: Attempt, statuses: number[]): TestCase {
  const { operation } = plan;
  return writeCase(plan, {
    category: 'error',
    rule: attempt.rule,
    place: 'security',
    section: 'error',
    title: attempt.title,
    doc: `${operation.method.toUpperCase()} ${operation.path} requires credentials`,
    risk: attempt.risk,
    fixtures: [attempt.via],
    steps: [
      requireAccepted(plan),
      send(plan, { via: name(attempt.via) }, [schemeSource(plan)]),
      expectRejection(plan, expectedExactly(operation, statuses), literal(attempt.broken), true),
    ],
  });
}

/** Whether the credential stands behind the word of its scheme, `Bearer` or `Basic` (RFC 9110 section 11.4). */
function hasWord({ operation, context }: OperationPlan): boolean {
  const names = operation.security[0]?.schemes.map((each) => each.name) ?? [];
  return names.some((each) => {
    const type = context.model.securitySchemes.get(each)?.type;
    return type === 'http' || type === 'oauth2' || type === 'openIdConnect';
  });
}

/** Where the document describes the first scheme that the operation asks for. */
function schemeSource({ operation, context }: OperationPlan): SourceRef {
  const scheme = operation.security[0]?.schemes[0]?.name ?? '';
  return context.model.securitySchemes.get(scheme)?.source ?? operation.source;
}
