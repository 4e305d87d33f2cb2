import { Command, Option } from 'commander';

import { confirm } from '../confirm';
import type { DecideOptions } from '../review-decide';

import { AppError } from '#lib/core/errors';
import { caseStates, rejectReasons } from '#lib/core/review/states';
import type { CaseState, RejectReason } from '#lib/core/review/states';

interface Common {
  as?: string;
  json: boolean;
}
interface Chosen extends Common {
  case?: string[];
}

/** `ai-test-gen review …`: deciding on the command line, in the name of a person of the installation. */
export function reviewCommand(): Command {
  const review = new Command('review').description('list test cases and decide on them');
  review.addCommand(listCommand());
  review.addCommand(approveCommand());
  review.addCommand(rejectCommand());
  review.addCommand(bulkApproveCommand());
  for (const command of review.commands) {
    command
      .option('--as <email>', 'in whose name (AI_TEST_GEN_USER, or the only administrator)')
      .option('--json', 'print the result as JSON', false)
      .exitOverride();
  }
  return review;
}

const generation = 'id, API, or API/number as "review list" shows them';

function listCommand(): Command {
  return new Command('list')
    .description('what there is to review; the cases of one API, or all in a state')
    .option('--api <slug>', 'only this API, with its cases')
    .addOption(new Option('--state <state>', 'the cases in this state').choices(caseStates))
    .action(async (options: Common & { api?: string; state?: CaseState }) => {
      const { listForReview } = await import('../review-list');
      await listForReview(options);
    });
}

function approveCommand(): Command {
  return new Command('approve')
    .description('approve the pending cases of a generation, or those that are named')
    .argument('<generation>', generation)
    .option('--case <keys...>', 'only these cases')
    .action((reference: string, options: Chosen) =>
      decide({ reference, verdict: 'approve', keys: options.case, ...options }),
    );
}

function rejectCommand(): Command {
  return new Command('reject')
    .description('reject the pending cases of a generation, or those that are named')
    .argument('<generation>', generation)
    .addOption(new Option('--reason <category>', 'why').choices(rejectReasons).makeOptionMandatory())
    .option('--note <text>', 'why, in words')
    .option('--case <keys...>', 'only these cases')
    .action((reference: string, options: Chosen & { reason: RejectReason; note?: string }) =>
      decide({ reference, verdict: 'reject', keys: options.case, ...options }),
    );
}

function bulkApproveCommand(): Command {
  return new Command('bulk-approve')
    .description('approve all pending cases of an API, after a question')
    .argument('<api>', 'slug of the API')
    .option('--yes', 'do not ask', false)
    .action((reference: string, options: Common & { yes: boolean }) =>
      decide({
        reference,
        verdict: 'approve',
        ...options,
        ask: async (question) => {
          if (options.yes) return;
          if (await confirm(question, { input: process.stdin, output: process.stderr })) return;
          throw new AppError('conflict', 'Nothing was approved.');
        },
      }),
    );
}

async function decide(options: DecideOptions): Promise<void> {
  const { decide: run } = await import('../review-decide');
  await run(options);
}
