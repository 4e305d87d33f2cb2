import { asPerson } from './use-database';

import { AppError } from '#lib/core/errors';
import type { RejectReason } from '#lib/core/review/states';
import type { CaseRow, DecideResult } from '#lib/features/reviews/contract';
import { decideCases } from '#lib/features/reviews/decide-cases';
import { findGeneration } from '#lib/features/reviews/find-generation';
import { getGeneration } from '#lib/features/reviews/get-generation';

export interface DecideOptions {
  /** What somebody calls a generation. */
  reference: string;
  verdict: 'approve' | 'reject';
  reason?: RejectReason;
  note?: string;
  /** Absent: all that is pending. */
  keys?: string[] | undefined;
  as?: string;
  json: boolean;
  /** Called with what is about to happen; throws to stop it. */
  ask?: (question: string) => Promise<void>;
}

/**
 * Decides on the cases of a generation and prints what came of it.
 * @throws AppError `conflict` after printing, when somebody else decided meanwhile
 */
export async function decide(options: DecideOptions): Promise<void> {
  const { reference, verdict, reason, note, keys, json } = options;
  const { name, result } = await asPerson(options.as, async (context) => {
    const { id, number, api } = await findGeneration(context, { reference });
    const { cases } = await getGeneration(context, { generationId: id });
    const chosen = keys === undefined ? cases.filter((row) => row.state === 'pending') : byKey(cases, keys);
    const name = `${api.slug}/${number}`;
    if (chosen.length === 0) return { name, result: { decided: [], conflicts: [], skipped: 0 } };
    await options.ask?.(
      `${verdict === 'approve' ? 'Approve' : 'Reject'} ${chosen.length} test cases of ${name}?`,
    );
    const result: DecideResult = await decideCases(context, {
      verdict,
      cases: chosen.map(({ id, revision, contentHash }) => ({ id, revision, contentHash })),
      pendingOnly: keys === undefined,
      ...(reason !== undefined && { reason }),
      ...(note !== undefined && { note }),
    });
    return { name, result };
  });
  if (json) process.stdout.write(`${JSON.stringify(jsonOf(name, result), null, 2)}\n`);
  else print(name, verdict, result);
  if (result.conflicts.length === 0) return;
  throw new AppError('conflict', `${result.conflicts.length} test cases were left as they are.`, {
    advice: 'Somebody else decided them meanwhile: look at them in the review.',
  });
}

function byKey(cases: readonly CaseRow[], keys: readonly string[]): CaseRow[] {
  const known = new Map(cases.map((row) => [row.key, row]));
  const missing = keys.filter((key) => !known.has(key));
  if (missing.length > 0) {
    throw new AppError(
      'not_found',
      `There is no test case ${missing.map((key) => JSON.stringify(key)).join(', ')}.`,
      {
        advice: '"review list --api <slug>" shows the keys.',
      },
    );
  }
  return keys.flatMap((key) => known.get(key) ?? []);
}

function jsonOf(generation: string, { batchId, decided, conflicts, skipped }: DecideResult) {
  return {
    generation,
    batchId: batchId ?? null,
    decided: decided.map(({ key, state }) => ({ key, state })),
    conflicts: conflicts.map(({ case: { key, state }, message }) => ({ key, state, message })),
    skipped,
  };
}

function print(
  name: string,
  verdict: 'approve' | 'reject',
  { decided, conflicts, skipped }: DecideResult,
): void {
  const done = verdict === 'approve' ? 'Approved' : 'Rejected';
  const left = skipped === 0 ? '' : `, ${skipped} were so already`;
  process.stdout.write(`${done} ${decided.length} test cases of ${name}${left}.\n`);
  for (const { case: row, message } of conflicts) process.stderr.write(`${row.name}: ${message}\n`);
}
