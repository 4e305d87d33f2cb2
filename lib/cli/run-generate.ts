import { notKept, type FilesRead } from './files-read';
import { generateInput } from './generate-input';
import { printDiagnostics, printSummary, summaryOf } from './print-summary';
import { shortName } from './settings/load-settings';
import type { GivenOptions } from './settings/setting-options';
import { writeSuiteFolder } from './suite-folder';
import { visible } from './visible';

import { AppError } from '#lib/core/errors';

export interface GenerateOptions extends GivenOptions {
  out?: string;
  force: boolean;
  json: boolean;
  watch: boolean;
}

/** Reads a document, writes its suite and says what is in it; with `--watch` again and again, until it is interrupted. */
export async function runGenerate(document: string | undefined, options: GenerateOptions): Promise<void> {
  if (!options.watch) {
    await generateOnce(document, options, notKept);
    return;
  }
  const { watchFiles } = await import('./watch-files');
  await watchFiles((files) => generateOnce(document, options, files));
}

async function generateOnce(
  document: string | undefined,
  options: GenerateOptions,
  files: FilesRead,
): Promise<void> {
  const { suite, loaded, warnings } = await generateInput(document, options, files);
  const out = options.out ?? loaded.places.out;
  if (out === undefined) {
    throw new AppError('invalid_input', 'No folder is named to write the suite into.', {
      advice: 'Add --out <dir>, or write out: tests/api into ai-test-gen.config.yaml.',
    });
  }
  const removed = await writeSuiteFolder(out, suite.files, { force: options.force });
  const summary = summaryOf(suite, options.out ?? shortName(out), removed);
  if (options.json) {
    const report = { ...summary, diagnostics: suite.diagnostics, gaps: suite.gaps };
    process.stdout.write(`${JSON.stringify(report, null, options.watch ? 0 : 2)}\n`);
    return;
  }
  for (const warning of warnings) process.stderr.write(`warning: ${visible(warning)}\n`);
  printDiagnostics(suite.diagnostics, process.stderr);
  printSummary(summary, process.stdout);
}
