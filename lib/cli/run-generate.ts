import { printDiagnostics, printSummary, summaryOf } from './print-summary';
import { createProgress } from './progress';
import { writeSuiteFolder } from './suite-folder';

import { AppError } from '#lib/core/errors';
import { generateSuite } from '#lib/core/generator/generate-suite';
import { generationSettings } from '#lib/core/generator/settings';
import { readDocument } from '#lib/core/openapi/read-document';
import { openDocument } from '#lib/platform/documents/open-document';
import { formatPython } from '#lib/platform/python/ruff';
import { loadTemplates } from '#lib/platform/templates/load-templates';

export interface GenerateOptions {
  out: string;
  force: boolean;
  json: boolean;
  seed?: string;
  category?: string[];
  excludeTag?: string[];
}

/** Reads a document, writes its suite and says what is in it. */
export async function runGenerate(document: string, options: GenerateOptions): Promise<void> {
  const settings = settingsOf(options);
  const progress = createProgress(process.stderr);
  progress.step(`Reading ${document}`);
  const { model } = await readDocument(await openDocument(document));
  progress.step(`Generating tests for ${model.operations.length} operations`);
  const suite = generateSuite(model, settings, { formatPython, templates: await loadTemplates() });
  progress.step(`Writing ${suite.files.length} files`);
  const removed = await writeSuiteFolder(options.out, suite.files, { force: options.force });
  progress.done();
  const summary = summaryOf(suite, options.out, removed);
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ ...summary, diagnostics: suite.diagnostics, gaps: suite.gaps }, null, 2)}\n`,
    );
    return;
  }
  printDiagnostics(suite.diagnostics, process.stderr);
  printSummary(summary, process.stdout);
}

function settingsOf({
  seed,
  category,
  excludeTag,
}: GenerateOptions): ReturnType<typeof generationSettings.parse> {
  const parsed = generationSettings.safeParse({
    ...(seed !== undefined && { seed }),
    ...(category && { categories: category }),
    ...(excludeTag && { excludedTags: excludeTag }),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError(
    'invalid_input',
    `${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'not valid'}`,
  );
}
