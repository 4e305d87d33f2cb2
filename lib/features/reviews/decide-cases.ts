import { randomUUID } from 'node:crypto';

import { requireUser } from '../context';
import type { Context } from '../context';

import { decideInput } from './contract';
import type { DecideInput, DecideResult } from './contract';
import { recordDecisions } from './record-decisions';
import { caseRows, caseRowsById } from './rows';
import { standingCases } from './standing-cases';
import type { Standing } from './standing-cases';

import { AppError } from '#lib/core/errors';
import { parseInput } from '#lib/core/parse-input';
import { judge } from '#lib/core/review/judge';
import { stateAfter } from '#lib/core/review/states';

/**
 * Approves, rejects or reopens cases, one or thousands, all in one transaction and one batch. A case that was decided or
 * changed since the reviewer saw it is reported as a conflict and left as it is.
 * @throws AppError `unauthenticated`, `invalid_input`, or `not_found` when a case no longer exists
 */
export async function decideCases(context: Context, input: DecideInput): Promise<DecideResult> {
  const actor = requireUser(context);
  const { verdict, reason, note, cases, pendingOnly } = parseInput(decideInput, input);
  const rejection = verdict === 'reject' ? { reason: reason ?? null, note: note || null } : noRejection;
  return context.db.$transaction(async (tx) => {
    const seen = new Map(cases.map((entry) => [entry.id, entry]));
    const standing = await standingCases(tx, [...seen.keys()]);
    const toDecide: Standing[] = [];
    const messages = new Map<string, string>();
    for (const [id, sight] of seen) {
      const now = standing.get(id);
      if (now === undefined) throw missingCase();
      const judgement = judge(now, sight, { verdict, pendingOnly });
      if (judgement.kind === 'decide') toDecide.push(now);
      if (judgement.kind === 'conflict') messages.set(id, judgement.message);
    }
    const skipped = seen.size - toDecide.length - messages.size;
    const conflictRows = await caseRowsById(tx, [...messages.keys()], actor.id);
    const conflicts = conflictRows.map((row) => ({ case: row, message: messages.get(row.id) ?? '' }));
    const ids = toDecide.map((entry) => entry.id);
    if (ids.length === 0) return { decided: [], conflicts, skipped };

    const at = context.clock();
    const batchId = randomUUID();
    const decider = { decidedAt: at, decidedById: actor.id, decidedBy: actor.name };
    await tx.testCase.updateMany({
      where: { id: { in: ids } },
      data: {
        state: stateAfter('pending', verdict) ?? 'pending',
        revision: { increment: 1 },
        ...(verdict === 'reopen' ? nobody : decider),
        rejectReason: rejection.reason,
        rejectNote: rejection.note,
      },
    });
    await recordDecisions(tx, context, {
      batchId,
      at,
      actor,
      action: `case.${verdict}`,
      decisions: toDecide.map((entry) => ({
        standing: entry,
        verdict,
        reason: rejection.reason,
        note: note || null,
        carriedOver: false,
      })),
    });
    const decided = await caseRows(tx, { decisions: { some: { batchId } } }, actor.id);
    return { batchId, decided, conflicts, skipped };
  });
}

const noRejection = { reason: null, note: null };
const nobody = { decidedAt: null, decidedById: null, decidedBy: null };

function missingCase(): AppError {
  return new AppError('not_found', 'One of these test cases no longer exists; nothing was decided.', {
    advice: 'Reload the page: its generation was removed.',
  });
}
