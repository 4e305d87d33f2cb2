import { Command } from 'commander';

/** `ai-test-gen status`: what waits, what failed and whether the worker lives. */
export function statusCommand(): Command {
  return new Command('status')
    .description('show what waits for review, the worker, its jobs and the last deliveries')
    .option('--json', 'print the result as JSON', false)
    .action(async (options: { json: boolean }) => {
      const { runStatus } = await import('../run-status');
      await runStatus(options);
    });
}
