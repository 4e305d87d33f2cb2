import type { SecurityScheme } from '../../openapi/model';
import type { Row, TestCase } from '../plan/case';
import { name, type Expression } from '../plan/expression';
import { fixed } from '../plan/named';
import { needsCredentials } from '../plan/security';

import {
  anonymous,
  expectRefusal,
  hasWord,
  isBasic,
  openFault,
  schemeSource,
  shownAlternatives,
  stateRow,
  unauthenticatedStatus,
  type CredentialState,
} from './credentials';
import type { OperationPlan } from './operation-plan';
import { requireAccepted, send } from './steps';
import { writeCase } from './write-case';

/** Without credentials, and with wrong ones, an operation that requires them is refused (RFC 9110 section 15.5.2). */
export function rejectCredentials(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  if (!needsCredentials(operation)) return [];
  const refused = [unauthenticatedStatus(operation)];
  return [
    refusal(plan, {
      rule: 'missing-credentials',
      title: 'rejects missing credentials',
      broken: 'credentials are required',
      risk: 88,
      statuses: refused,
    }),
    ...attempts.flatMap((attempt) => {
      const rows = rowsOf(plan, attempt);
      const statuses = attempt.rule === 'malformed-credentials' ? [...refused, 400] : refused;
      return rows.length === 0 ? [] : [refusal(plan, { ...attempt, statuses, rows })];
    }),
  ];
}

interface Attempt {
  rule: string;
  title: string;
  /** The rule that the attempt breaks, as the failure message names it. */
  broken: string;
  risk: number;
}

/** What is wrong with the credential of one scheme; the others that go with it stay right. */
type WrongAttempt = Attempt & { states(scheme: SecurityScheme): CredentialState[] };

const attempts: WrongAttempt[] = [
  {
    rule: 'wrong-credentials',
    title: 'rejects wrong credentials',
    broken: 'credentials are checked',
    risk: 86,
    states: wrongStates,
  },
  {
    rule: 'malformed-credentials',
    title: 'rejects malformed credentials',
    broken: 'credentials have the form of their scheme',
    risk: 62,
    states: (scheme) => (hasWord(scheme) ? ['empty', 'malformed'] : ['empty']),
  },
  {
    rule: 'query-credentials',
    title: 'rejects credentials in the query',
    broken: 'credentials count in the documented header only',
    risk: 58,
    states: (scheme) => (forbidsQuery(scheme) ? ['in the query'] : []),
  },
];

/** Besides another credential, tokens that look right to who does not check them, and the right one behind another word. */
function wrongStates(scheme: SecurityScheme): CredentialState[] {
  if (!hasWord(scheme)) return ['wrong'];
  return isBasic(scheme)
    ? ['wrong', 'under another scheme']
    : ['wrong', 'expired', 'unsigned', 'under another scheme'];
}

/**
 * Whether the text of a scheme says that its credential has no other place than a header. Else a server may take it from
 * the query as well, as RFC 6750 section 2.3 allows.
 */
function forbidsQuery(scheme: SecurityScheme): boolean {
  const isInHeader = hasWord(scheme) || (scheme.type === 'apiKey' && scheme.in === 'header');
  const said = scheme.description ?? '';
  return isInHeader && /\b(never|not)\b[^.]*\b(query|url)\b|\bonly\b[^.]*\bheader\b/i.test(said);
}

function rowsOf(plan: OperationPlan, attempt: WrongAttempt): Row[] {
  const seen = new Set<string>();
  return shownAlternatives(plan).flatMap((schemes) =>
    schemes.flatMap((scheme) => {
      if (seen.has(scheme.name)) return [];
      seen.add(scheme.name);
      return attempt.states(scheme).map((state) => stateRow(scheme, state));
    }),
  );
}

function refusal(plan: OperationPlan, made: Attempt & { statuses: number[]; rows?: Row[] }): TestCase {
  const { operation } = plan;
  const rows = made.rows ?? [];
  const isFamily = rows.length > 1;
  const credentials = fixed('credentials');
  const nobody = anonymous(operation).via;
  const change: Record<string, Expression | undefined> =
    rows.length === 0
      ? { via: name(nobody) }
      : { credentials: isFamily ? name(credentials) : rows[0]?.values[0] };
  return writeCase(plan, {
    category: 'auth',
    rule: made.rule,
    place: 'security',
    section: 'auth',
    title: made.title,
    doc: `${operation.method.toUpperCase()} ${operation.path} requires credentials`,
    risk: made.risk,
    fixtures: rows.length === 0 ? [nobody] : [],
    parameters: isFamily ? [credentials] : [],
    rows: isFamily ? rows : [],
    steps: [
      requireAccepted(plan),
      send(plan, change, isFamily ? [] : (rows[0]?.sources ?? [schemeSource(plan)])),
      expectRefusal(plan, {
        statuses: made.statuses,
        broken: made.broken,
        fault: openFault(operation),
      }),
    ],
  });
}
