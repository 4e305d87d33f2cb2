import { notKept } from './files-read';
import { generateInput } from './generate-input';
import { printTable } from './print-table';
import type { GivenOptions } from './settings/setting-options';
import { visible } from './visible';

import { countsOf, dimensions, type OperationCoverage } from '#lib/core/generator/coverage/coverage';
import type { Gap, GeneratedSuite } from '#lib/core/generator/suite';
import { groupBy } from '#lib/core/group-by';

export interface CoverageOptions extends GivenOptions {
  json: boolean;
}

/** Prints what the tests of a document would cover, and what has no test and why; as JSON it is the suite's own report. */
export async function runCoverage(document: string | undefined, options: CoverageOptions): Promise<void> {
  const { suite } = await generateInput(document, options, notKept);
  if (options.json)
    process.stdout.write(suite.files.find(({ path }) => path === 'coverage.json')?.text ?? '');
  else printCoverage(suite);
}

const headings = {
  statuses: 'STATUSES',
  parameters: 'PARAMETERS',
  keywords: 'KEYWORDS',
  mediaTypes: 'MEDIA TYPES',
  security: 'SECURITY',
} as const;

/** One row an operation, with how many of its constructs have a test; then each gap below its operation. */
function printCoverage({ title, version, coverage }: GeneratedSuite): void {
  const { stdout } = process;
  const { operations, gaps } = coverage;
  const rowOf = (name: string, rows: readonly OperationCoverage[]): (string | number)[] => [
    name,
    rows.reduce((sum, { cases }) => sum + cases.length, 0),
    ...dimensions.map((dimension) => {
      const { covered, all } = countsOf(rows, dimension);
      return all === 0 ? '-' : `${covered}/${all}`;
    }),
  ];
  stdout.write(`${visible(`${title} ${version}`)}\n\n`);
  printTable(
    stdout,
    ['OPERATION', 'TESTS', ...dimensions.map((dimension) => headings[dimension])],
    [...operations.map((row) => rowOf(requestOf(row), [row])), rowOf('All', operations)],
  );
  stdout.write(gaps.length === 0 ? '\nNothing was left out.\n' : `\nNot tested: ${gaps.length}\n`);
  const requests = new Map(operations.map((row) => [row.operation, requestOf(row)]));
  const byOperation = groupBy(gaps, ({ operation }) => operation);
  for (const [operation, own] of byOperation) {
    if (operation !== undefined) printGaps(requests.get(operation) ?? operation, own);
  }
  printGaps('The document', byOperation.get(undefined) ?? []);
}

function requestOf({ method, path }: OperationCoverage): string {
  return `${method.toUpperCase()} ${path}`;
}

function printGaps(about: string, gaps: readonly Gap[]): void {
  if (gaps.length === 0) return;
  process.stdout.write(`\n${visible(about)}\n`);
  for (const { construct, reason, source } of gaps) {
    process.stdout.write(`  ${visible(`${construct}: ${reason} (${source.file}#${source.pointer})`)}\n`);
  }
}
