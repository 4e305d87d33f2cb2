import { Command, CommanderError } from 'commander';

import { configCommand } from './commands/config';
import { coverageCommand } from './commands/coverage';
import { diffCommand } from './commands/diff';
import { generateCommand } from './commands/generate';
import { lintCommand } from './commands/lint';
import { reviewCommand } from './commands/review';
import { statusCommand } from './commands/status';
import { twinCommand } from './commands/twin';
import { reportFailure } from './report-failure';

/**
 * Every subcommand: a new one is a line here and a file in `commands/`, which loads what it runs when it is run, so that
 * help and small commands start at once.
 */
const commands = [
  generateCommand,
  coverageCommand,
  lintCommand,
  diffCommand,
  configCommand,
  reviewCommand,
  statusCommand,
  twinCommand,
];

/** Runs the command line. Exit codes: 0 done, 1 something about the input or its use, 2 a fault of ours. */
export async function main(args: string[]): Promise<number> {
  const program = new Command('ai-test-gen')
    .description('Turns an OpenAPI document into reviewed, proven pytest suites.')
    .exitOverride();
  for (const command of commands) program.addCommand(command().exitOverride());
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    return reportFailure(error, process.stderr);
  }
}
