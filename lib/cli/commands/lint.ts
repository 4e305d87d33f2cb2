import { Command } from 'commander';

/** `ai-test-gen lint <file or URL>`: what a document has wrong, with pointer, line and advice. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('list what is wrong with an OpenAPI or Swagger document')
    .argument('<document>', 'file or http(s) URL, JSON or YAML')
    .option('--json', 'print the diagnostics as JSON', false)
    .action(async (document: string, options: { json: boolean }) => {
      const { runLint } = await import('../run-lint');
      await runLint(document, options);
    });
}
