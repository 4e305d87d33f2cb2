import { randomUUID } from 'node:crypto';

import { auditActor } from '../context';
import type { Context, UserActor } from '../context';

import type { Standing } from './standing-cases';

import { defined } from '#lib/core/defined';
import { groupBy } from '#lib/core/group-by';
import type { Verdict } from '#lib/core/review/states';
import { writeAudit } from '#lib/platform/db/audit';
import type { Prisma, Transaction } from '#lib/platform/db/client';
import { insertRows } from '#lib/platform/db/insert-rows';
import { appendLiveEvent } from '#lib/platform/db/live-events';

export interface NewDecision {
  standing: Standing;
  verdict: Verdict;
  reason: string | null;
  note: string | null;
  carriedOver: boolean;
}

export interface DecisionBatch {
  batchId: string;
  at: Date;
  actor: UserActor;
  /** e.g. `case.approve`, `case.undo` */
  action: string;
  decisions: NewDecision[];
}

/** More cases than this are told as "many": open pages then fetch the whole list once. */
const mostIdsInEvent = 200;

/** Appends the decisions of a batch, an audit row and a live event for each generation that it touches. */
export async function recordDecisions(
  tx: Transaction,
  context: Context,
  batch: DecisionBatch,
): Promise<void> {
  const { batchId, at, actor, action, decisions } = batch;
  const rows = decisions.map(
    ({ standing, verdict, reason, note, carriedOver }): Prisma.DecisionCreateManyInput => ({
      id: randomUUID(),
      caseId: standing.id,
      verdict,
      reason,
      note,
      carriedOver,
      contentHash: standing.contentHash,
      previousState: standing.state,
      batchId,
      actorId: actor.id,
      actorName: actor.name,
      via: actor.via,
      createdAt: at,
    }),
  );
  await insertRows(tx, 'Decision', rows);
  for (const [generationId, group] of groupBy(decisions, (entry) => entry.standing.generationId)) {
    const caseIds = group.map((entry) => entry.standing.id);
    const [first] = group;
    if (first === undefined) continue;
    const { apiId } = first.standing;
    await writeAudit(tx, {
      ...auditActor(context),
      action,
      subjectType: group.length === 1 ? 'case' : 'generation',
      subjectId: group.length === 1 ? first.standing.id : generationId,
      apiId,
      details: defined({ batchId, cases: group.length, reason: first.reason, note: first.note }),
    });
    await appendLiveEvent(tx, {
      topic: 'cases.decided',
      generationId,
      apiId,
      payload: defined({
        batchId,
        count: caseIds.length,
        caseIds: caseIds.length > mostIdsInEvent ? undefined : caseIds,
        actorId: actor.id,
        actorName: actor.name,
      }),
    });
  }
}
