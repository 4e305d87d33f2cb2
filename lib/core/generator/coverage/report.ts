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
  // Every line once, joined at the end: a report of some megabytes would else be copied at each level.
  const lines = ['{'];
  const add = (name: string, value: Json, comma = ','): void => {
    lines.push(`  ${line(name)}: ${line(value)}${comma}`);
  };
  add('generator', generatorName);
  add('title', plan.title);
  add('version', plan.version);
  add('operations', plan.operations.length);
  add('cases', cases.length);
  add(
    'tests',
    cases.reduce((sum, { rows }) => sum + rows, 0),
  );
  addList(lines, 'files', '  ', files.map(line), ',');
  const summary = dimensions.map((each): Member => [each, line({ ...countsOf(coverage.operations, each) })]);
  addObject(lines, 'summary', '  ', summary, ',');
  lines.push(coverage.operations.length === 0 ? '  "matrix": [],' : '  "matrix": [');
  coverage.operations.forEach((row, index) => {
    addRow(lines, row, index < coverage.operations.length - 1 ? ',' : '');
  });
  if (coverage.operations.length > 0) lines.push('  ],');
  addList(lines, 'gaps', '  ', coverage.gaps.map(gapText), '');
  lines.push('}', '');
  return lines.join('\n');
}

type Member = [name: string, value: string];

function addRow(
  lines: string[],
  { operation, method, path, cases, constructs }: OperationCoverage,
  comma: string,
): void {
  lines.push('    {');
  for (const [name, value] of Object.entries({ operation, method, path })) {
    lines.push(`      ${line(name)}: ${line(value)},`);
  }
  const tests = cases.map((each) => line({ ...each }));
  addList(lines, 'cases', '      ', tests, ',');
  for (const dimension of dimensions) {
    const members = constructs[dimension].map(({ name, source, cases: found }): Member => [
      source.file === '' || dimension !== 'keywords' ? name : placeText(source),
      line(found),
    ]);
    addObject(lines, dimension, '      ', members, dimension === dimensions.at(-1) ? '' : ',');
  }
  lines.push(`    }${comma}`);
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

function addList(lines: string[], name: string, indent: string, items: string[], comma: string): void {
  addBracketed(lines, `${indent}${line(name)}: `, '[]', indent, items, comma);
}

function addObject(lines: string[], name: string, indent: string, members: Member[], comma: string): void {
  const items = members.map(([key, value]) => `${line(key)}: ${value}`);
  addBracketed(lines, `${indent}${line(name)}: `, '{}', indent, items, comma);
}

function addBracketed(
  lines: string[],
  before: string,
  brackets: '[]' | '{}',
  indent: string,
  items: string[],
  comma: string,
): void {
  if (items.length === 0) {
    lines.push(`${before}${brackets}${comma}`);
    return;
  }
  lines.push(`${before}${brackets.charAt(0)}`);
  items.forEach((item, index) => lines.push(`${indent}  ${item}${index < items.length - 1 ? ',' : ''}`));
  lines.push(`${indent}${brackets.charAt(1)}${comma}`);
}
