import type { Writable } from 'node:stream';

import { visible } from './visible';

import type { Diagnostic } from '#lib/core/diagnostics';
import { categories, type Category, type GeneratedSuite } from '#lib/core/generator/suite';

/** What the command line says about a suite. */
export interface SuiteSummary {
  out: string;
  title: string;
  version: string;
  operations: number;
  files: number;
  removedFiles: number;
  /** Test functions, and test rows that the runner counts. */
  cases: number;
  tests: number;
  byCategory: Partial<Record<Category, { cases: number; tests: number }>>;
  notTested: number;
}

export function summaryOf(suite: GeneratedSuite, out: string, removedFiles: number): SuiteSummary {
  const byCategory: SuiteSummary['byCategory'] = {};
  for (const category of categories) {
    const own = suite.cases.filter((each) => each.category === category);
    if (own.length > 0) byCategory[category] = { cases: own.length, tests: rowsOf(own) };
  }
  return {
    out,
    title: suite.title,
    version: suite.version,
    operations: suite.operations,
    files: suite.files.length,
    removedFiles,
    cases: suite.cases.length,
    tests: rowsOf(suite.cases),
    byCategory,
    notTested: suite.gaps.length,
  };
}

function rowsOf(cases: { rows: number }[]): number {
  return cases.reduce((sum, each) => sum + each.rows, 0);
}

const mostDiagnostics = 20;

/** Trouble in the document, the first ones in full. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], stream: Writable): void {
  for (const { severity, code, message, source, line, advice } of diagnostics.slice(0, mostDiagnostics)) {
    const place = `${source.file}${line === undefined ? '' : `:${line}`} #${source.pointer}`.trim();
    stream.write(`${severity}: ${visible(message)} [${code}] at ${visible(place)}\n`);
    if (advice !== undefined) stream.write(`  ${visible(advice)}\n`);
  }
  const rest = diagnostics.length - mostDiagnostics;
  if (rest > 0) stream.write(`... and ${rest} more: --json shows them all.\n`);
}

export function printSummary(summary: SuiteSummary, stream: Writable): void {
  const rows: [string, string | number, string | number][] = [['', 'functions', 'tests']];
  for (const [category, { cases, tests }] of Object.entries(summary.byCategory))
    rows.push([category, cases, tests]);
  rows.push(['all', summary.cases, summary.tests]);
  const title = visible(`${summary.title} ${summary.version}`);
  stream.write(`\n${title}: ${summary.operations} operations, ${summary.files} files in ${summary.out}\n\n`);
  for (const [name, cases, tests] of rows) {
    stream.write(`  ${name.padEnd(12)}${String(cases).padStart(10)}${String(tests).padStart(8)}\n`);
  }
  const gaps = summary.notTested;
  stream.write(
    `\n${gaps === 0 ? 'Nothing was left out.' : `${gaps} places have no test: coverage.json says why.`}\n`,
  );
}
