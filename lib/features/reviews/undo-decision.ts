import { randomUUID } from 'node:crypto';

import type { z } from 'zod';

import { requireUser } from '../context';
import type { Context, UserActor } from '../context';

import { undoInput } from './contract';
import type { UndoResult } from './contract';
import { recordDecisions } from './record-decisions';
import { caseRowsById } from './rows';
import { standingCases } from './standing-cases';
import type { Standing } from './standing-cases';
import { storedCase } from './stored';

import { AppError } from '#lib/core/errors';
import { groupBy } from '#lib/core/group-by';
import { parseInput } from '#lib/core/parse-input';
import { verdictTo } from '#lib/core/review/states';
import type { CaseState } from '#lib/core/review/states';
import type { Prisma, Transaction } from '#lib/platform/db/client';

type StoredDecision = Prisma.DecisionGetPayload<object>;

interface Restoration {
  standing: Standing;
  to: CaseState;
  /** The decision that stood before the batch. */
  before: StoredDecision | undefined;
}

/**
 * Takes a batch of decisions back: each case that is still as the batch left it returns to the state and the decider
 * it had before. Others, decided again since or replaced by a newer generation, are reported and left alone.
 * @throws AppError `unauthenticated`, `not_found`, or `forbidden` for somebody else's batch (administrators may)
 */
export async function undoDecision(context: Context, input: z.input<typeof undoInput>): Promise<UndoResult> {
  const actor = requireUser(context);
  const { batchId } = parseInput(undoInput, input);
  return context.db.$transaction(async (tx) => {
    const batch = await tx.decision.findMany({ where: { batchId } });
    assertOwn(batch, actor);
    const ids = batch.map((decision) => decision.caseId);
    const standing = await standingCases(tx, ids);
    const histories = groupBy(
      await tx.decision.findMany({
        where: { case: { decisions: { some: { batchId } } } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
      (decision) => decision.caseId,
    );
    const restorations: Restoration[] = [];
    const messages = new Map<string, string>();
    for (const now of standing.values()) {
      const [last, before] = histories.get(now.id) ?? [];
      if (last === undefined || last.batchId !== batchId) {
        messages.set(now.id, `${last?.actorName ?? 'Somebody'} has decided it since.`);
      } else if (now.supersededBy !== undefined) {
        messages.set(now.id, `Generation ${now.supersededBy} has replaced this one: decide there.`);
      } else {
        const to = storedCase.shape.state.parse(last.previousState);
        restorations.push({ standing: now, to, before: to === 'pending' ? undefined : before });
      }
    }
    const newBatchId =
      restorations.length === 0 ? undefined : await restore(tx, context, actor, restorations);
    const restored = await caseRowsById(
      tx,
      restorations.map((entry) => entry.standing.id),
      actor.id,
    );
    const conflictRows = await caseRowsById(tx, [...messages.keys()], actor.id);
    return {
      ...(newBatchId === undefined ? {} : { batchId: newBatchId }),
      restored,
      conflicts: conflictRows.map((row) => ({ case: row, message: messages.get(row.id) ?? '' })),
    };
  });
}

function assertOwn(batch: StoredDecision[], actor: UserActor): void {
  if (batch.length === 0) throw new AppError('not_found', 'There is no such decision to undo.');
  if (actor.role !== 'admin' && batch.some((decision) => decision.actorId !== actor.id)) {
    throw new AppError('forbidden', 'Only who decided, or an administrator, may undo a decision.', {
      advice: 'Decide the case again instead.',
    });
  }
}

async function restore(
  tx: Transaction,
  context: Context,
  actor: UserActor,
  restorations: Restoration[],
): Promise<string> {
  const batchId = randomUUID();
  const fresh = restorations.filter(({ before }) => before === undefined);
  for (const [to, group] of groupBy(fresh, (entry) => entry.to)) {
    await tx.testCase.updateMany({
      where: { id: { in: group.map((entry) => entry.standing.id) } },
      data: standingAs(to, undefined),
    });
  }
  for (const { standing, to, before } of restorations) {
    if (before === undefined) continue;
    await tx.testCase.update({ where: { id: standing.id }, data: standingAs(to, before) });
  }
  await recordDecisions(tx, context, {
    batchId,
    at: context.clock(),
    actor,
    action: 'case.undo',
    decisions: restorations.map(({ standing, to, before }) => ({
      standing,
      verdict: verdictTo(to),
      reason: before?.reason ?? null,
      note: before?.note ?? null,
      carriedOver: before?.carriedOver ?? false,
    })),
  });
  return batchId;
}

function standingAs(state: CaseState, decision: StoredDecision | undefined) {
  return {
    state,
    revision: { increment: 1 },
    decidedAt: decision?.createdAt ?? null,
    decidedById: decision?.actorId ?? null,
    decidedBy: decision?.actorName ?? null,
    rejectReason: state === 'rejected' ? (decision?.reason ?? null) : null,
    rejectNote: state === 'rejected' ? (decision?.note ?? null) : null,
  };
}
