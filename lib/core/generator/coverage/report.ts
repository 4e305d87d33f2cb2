import type { Json } from '../../json';
import type { SuitePlan } from '../plan/suite-plan';
import type { GeneratedCase } from '../suite';

import { countsOf, dimensions, type OperationCoverage, type SuiteCoverage } from './coverage';
import { placeText } from './place-text';

/** By this the command line knows a folder that it wrote. */
export const generatorName = 'ai-test-gen';

/** `coverage.json`: operation × status × parameter × keyword × media type × security with the keys of cases, and all gaps. */
export function coverageReport(
  plan: SuitePlan<unknown>,
  cases: readonly GeneratedCase[],
  coverage: SuiteCoverage,
  files: readonly string[],
): string {
  const members: [string, string][] = [
    ['generator', line(generatorName)],
    ['title', line(plan.title)],
    ['version', line(plan.version)],
    ['operations', line(plan.operations.length)],
    ['cases', line(cases.length)],
    ['tests', line(cases.reduce((sum, { rows }) => sum + rows, 0))],
    ['files', list(files.map(line), '  ')],
    [
      'summary',
      object(
        dimensions.map((each) => [each, line({ ...countsOf(coverage.operations, each) })]),
        '  ',
      ),
    ],
    ['matrix', list(coverage.operations.map(rowText), '  ')],
    ['gaps', list(coverage.gaps.map(gapText), '  ')],
  ];
  return `${object(members, '')}\n`;
}

function rowText({ operation, method, path, cases, constructs }: OperationCoverage): string {
  const members: [string, string][] = [
    ['operation', line(operation)],
    ['method', line(method)],
    ['path', line(path)],
    [
      'cases',
      list(
        cases.map((each) => line({ ...each })),
        '      ',
      ),
    ],
    ...dimensions.map((dimension): [string, string] => [
      dimension,
      object(
        constructs[dimension].map(({ name, source, cases: found }): [string, string] => [
          source.file === '' || dimension !== 'keywords' ? name : placeText(source),
          line(found),
        ]),
        '      ',
      ),
    ]),
  ];
  return object(members, '    ');
}

function gapText({ operation, construct, reason, source }: SuiteCoverage['gaps'][number]): string {
  return line({
    ...(operation !== undefined && { operation }),
    construct,
    reason,
    source: placeText(source),
  });
}

function line(value: Json): string {
  return JSON.stringify(value);
}

function list(items: string[], indent: string): string {
  return items.length === 0
    ? '[]'
    : `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`;
}

function object(members: [string, string][], indent: string): string {
  if (members.length === 0) return '{}';
  const lines = members.map(([name, value]) => `${indent}  ${line(name)}: ${value}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
