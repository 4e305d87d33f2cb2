import { Command } from 'commander';

/** `ai-test-gen diff <old> <new>`: what changed between two versions of a document, per operation. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('list what changed between two versions of a document, and what of it is breaking')
    .argument('<old>', 'file or http(s) URL, JSON or YAML')
    .argument('<new>', 'file or http(s) URL, JSON or YAML')
    .option('--json', 'print the changes as JSON', false)
    .action(async (before: string, after: string, options: { json: boolean }) => {
      const { runDiff } = await import('../run-diff');
      await runDiff(before, after, options);
    });
}
