import { printDiagnostics } from './print-summary';
import { visible } from './visible';

import { AppError } from '#lib/core/errors';
import { readDocument } from '#lib/core/openapi/read-document';
import { openDocument } from '#lib/platform/documents/open-document';

/**
 * Prints what is wrong with a document.
 * @throws {AppError} `invalid_document` when there are errors, after they were printed.
 */
export async function runLint(document: string, { json }: { json: boolean }): Promise<void> {
  const { model } = await readDocument(await openDocument(document));
  const { diagnostics } = model;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (json) process.stdout.write(`${JSON.stringify(diagnostics, null, 2)}\n`);
  else {
    printDiagnostics(diagnostics, process.stdout);
    process.stdout.write(
      `${visible(`${model.title} ${model.version}`)}: ${model.operations.length} operations, ${errors} errors, ${diagnostics.length - errors} warnings and notes\n`,
    );
  }
  if (errors > 0) throw new AppError('invalid_document', `${document} has ${errors} errors.`);
}
