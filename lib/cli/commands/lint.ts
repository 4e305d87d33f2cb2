import { Command } from 'commander';

import { printDiagnostics } from '../print-summary';
import { visible } from '../visible';

import { AppError } from '#lib/core/errors';
import { readDocument } from '#lib/core/openapi/read-document';
import { openDocument } from '#lib/platform/documents/open-document';

interface Options {
  json: boolean;
}

/** `ai-test-gen lint <file or URL>`: what a document has wrong, with pointer, line and advice. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('list what is wrong with an OpenAPI or Swagger document')
    .argument('<document>', 'file or http(s) URL, JSON or YAML')
    .option('--json', 'print the diagnostics as JSON', false)
    .action(lint);
}

async function lint(document: string, { json }: Options): Promise<void> {
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
