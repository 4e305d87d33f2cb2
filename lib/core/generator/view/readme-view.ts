import type { SecurityScheme } from '../../openapi/model';
import { countsOf, dimensions, type OperationCoverage, type SuiteCoverage } from '../coverage/coverage';
import type { SuitePlan } from '../plan/suite-plan';
import { acceptedIsDoneRule } from '../rules/accepted-is-done';
import type { Gap, GeneratedCase } from '../suite';

import { CodeSpan, CodeWord } from './printed';
import { supportView } from './support-view';

export interface ReadmeView {
  title: string;
  version: string;
  operations: number;
  cases: number;
  /** With parameter rows counted. */
  tests: number;
  server: CodeWord;
  variables: { name: CodeSpan; about: string; place: { parameter: CodeSpan; path: CodeSpan } | false }[];
  hasCredentials: boolean;
  load: SuitePlan['load'] | false;
  /** Whether tests ask again until something accepted is done. */
  hasPolling: boolean;
  /** A row an operation: how many of what the document says have a test. */
  coverage: { operation: CodeSpan; tests: number; cells: string[] }[];
  /** Operations beyond those shown. */
  moreOperations: number;
  total: string[];
  gaps: { construct: string; reason: string; count: number }[];
}

const mostGaps = 60;
const mostRows = 100;

/** The view of `README.md`. */
export function readmeView(
  plan: SuitePlan<unknown>,
  cases: readonly GeneratedCase[],
  { operations, gaps }: SuiteCoverage,
): ReadmeView {
  const cells = (rows: readonly OperationCoverage[]): string[] =>
    dimensions.map((dimension) => {
      const { covered, all } = countsOf(rows, dimension);
      if (all === 0) return '-';
      return dimension === 'keywords' ? String(covered) : `${covered} of ${all}`;
    });
  return {
    title: plan.title,
    version: plan.version,
    load: supportView(plan).hasPerformance && plan.load,
    hasPolling: cases.some(({ rule }) => rule === acceptedIsDoneRule),
    operations: plan.operations.length,
    cases: cases.length,
    tests: cases.reduce((sum, { rows }) => sum + rows, 0),
    server: new CodeWord(
      plan.servers.find((url) => /^https?:\/\/[\w.:/-]+$/.test(url)) ?? 'http://localhost:8080',
    ),
    variables: [
      ...plan.schemes.flatMap(credentialVariables).map((each) => ({
        name: new CodeSpan(each.name),
        about: each.about,
        place: false as const,
      })),
      ...plan.samples.map((sample) => ({
        name: new CodeSpan(sample.variable),
        about: sample.isListed
          ? 'of something that exists (else the first listed one is taken) for'
          : 'of something that exists, for',
        place: { parameter: new CodeSpan(sample.parameter), path: new CodeSpan(sample.path) },
      })),
    ],
    hasCredentials: plan.schemes.length > 0,
    coverage: operations.slice(0, mostRows).map((row) => ({
      operation: new CodeSpan(`${row.method.toUpperCase()} ${row.path}`),
      tests: row.cases.length,
      cells: cells([row]),
    })),
    moreOperations: Math.max(0, operations.length - mostRows),
    total: cells(operations),
    gaps: countGaps(gaps),
  };
}

function credentialVariables(scheme: SecurityScheme): { name: string; about: string }[] {
  if (scheme.type === 'mutualTLS') return [];
  const own = `API_AUTH_${scheme.name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
  if (scheme.type === 'apiKey')
    return [{ name: 'API_KEY', about: `the API key, or ${own} for this scheme only` }];
  if (scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic') {
    return [
      { name: 'API_USERNAME', about: `user name, or ${own} as user:password for this scheme only` },
      { name: 'API_PASSWORD', about: 'its password' },
    ];
  }
  return [{ name: 'API_TOKEN', about: `a bearer token, or ${own} for this scheme only` }];
}

/** Equal reasons once, with how often. */
function countGaps(gaps: Gap[]): ReadmeView['gaps'] {
  const counted = new Map<string, { construct: string; reason: string; count: number }>();
  for (const { construct, reason } of gaps) {
    const key = `${construct}\n${reason}`;
    const entry = counted.get(key) ?? { construct, reason, count: 0 };
    entry.count += 1;
    counted.set(key, entry);
  }
  const all = [...counted.values()];
  if (all.length <= mostGaps) return all;
  const rest = all.length - mostGaps;
  return [
    ...all.slice(0, mostGaps),
    { construct: 'more', reason: 'coverage.json lists them all', count: rest },
  ];
}
