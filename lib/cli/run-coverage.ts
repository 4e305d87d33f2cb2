import { notKept } from './files-read';
import { generateInput } from './generate-input';
import { printTable } from './print-table';
import type { GivenOptions } from './settings/setting-options';
import { visible } from './visible';

import { coverageOf } from '#lib/core/generator/operation-coverage';
import { categories, type Gap, type GeneratedSuite } from '#lib/core/generator/suite';

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

function printCoverage(suite: GeneratedSuite): void {
  const { stdout } = process;
  const { operations, others } = coverageOf(suite);
  const kinds = categories.filter((kind) => suite.cases.some(({ category }) => category === kind));
  stdout.write(`${visible(`${suite.title} ${suite.version}`)}: ${suite.operations} operations\n\n`);
  printTable(
    stdout,
    ['OPERATION', ...kinds.map((kind) => kind.toUpperCase()), 'PLACES', 'GAPS'],
    operations.map(({ id, request, tests, places, gaps }) => [
      request ?? id,
      ...kinds.map((kind) => tests[kind] ?? 0),
      places,
      gaps.length,
    ]),
  );
  stdout.write(suite.gaps.length === 0 ? '\nNothing was left out.\n' : '\nNot tested:\n');
  for (const { id, request, gaps } of operations) printGaps(request ?? id, gaps);
  printGaps('The document', others);
}

function printGaps(about: string, gaps: readonly Gap[]): void {
  if (gaps.length === 0) return;
  process.stdout.write(`\n${visible(about)}\n`);
  for (const { construct, reason } of gaps) process.stdout.write(`  ${visible(`${construct}: ${reason}`)}\n`);
}
