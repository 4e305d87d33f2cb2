import { randomUUID } from 'node:crypto';

import { auditActor } from '../context';
import type { Context } from '../context';

import type { BuiltSuite } from './built-suite';
import { standingOf } from './carry-over';
import type { EarlierCase } from './carry-over';
import { caseRow, decisionRow, fileRow, jsonOf, operationRow } from './suite-rows';

import { writeAudit } from '#lib/platform/db/audit';
import type { Transaction } from '#lib/platform/db/client';
import { insertRows } from '#lib/platform/db/insert-rows';
import { appendLiveEvent } from '#lib/platform/db/live-events';

export interface StoredGeneration {
  id: string;
  apiId: string;
  number: number;
}

/**
 * Stores a suite and makes its generation ready in the place of the one before, with the decisions that still hold: all
 * in the caller's transaction.
 * @returns false when the generation was superseded meanwhile; nothing is stored then
 */
export async function storeSuite(
  context: Context,
  tx: Transaction,
  generation: StoredGeneration,
  suite: BuiltSuite,
): Promise<boolean> {
  const now = context.clock();
  const { count } = await tx.generation.updateMany({
    where: { id: generation.id, state: 'running' },
    data: {
      state: 'ready',
      finishedAt: now,
      error: null,
      progress: { done: 1, total: 1, step: 'Ready' },
      gates: jsonOf(suite.gates),
      gaps: jsonOf(suite.gaps),
      diagnostics: jsonOf(suite.diagnostics),
    },
  });
  if (count === 0) return false;
  const operationIds = new Map(suite.operations.map(({ key }) => [key, randomUUID()]));
  await insertRows(
    tx,
    'SpecOperation',
    suite.operations.map((operation, position) =>
      operationRow(operation, position, generation.id, operationIds),
    ),
  );
  await insertRows(
    tx,
    'TestFile',
    suite.files.map((file) => fileRow(file, generation.id)),
  );
  const earlier = await earlierCases(tx, generation);
  const placed = suite.cases.map((each, position) => {
    const standing = standingOf(each.contentHash, earlier.get(each.key));
    return { row: caseRow(each, position, generation.id, operationIds, standing), standing };
  });
  await insertRows(
    tx,
    'TestCase',
    placed.map(({ row }) => row),
  );
  const batchId = randomUUID();
  const decisions = placed.flatMap(({ row, standing }) =>
    standing.kept === undefined ? [] : [decisionRow(row, standing.kept, batchId, now)],
  );
  await insertRows(tx, 'Decision', decisions);
  // What is decided on an older suite from here on would be lost: it is a conflict that names this one.
  await tx.generation.updateMany({
    where: { apiId: generation.apiId, state: 'ready', number: { lt: generation.number } },
    data: { state: 'superseded' },
  });
  await announce(context, tx, generation, { cases: placed.length, carriedOver: decisions.length });
  return true;
}

/** Cases of the newest generation before this one that people could decide on, by key. */
async function earlierCases(
  tx: Transaction,
  { apiId, number }: StoredGeneration,
): Promise<Map<string, EarlierCase>> {
  const before = await tx.generation.findFirst({
    where: { apiId, state: 'ready', number: { lt: number } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  if (before === null) return new Map();
  const rows = await tx.testCase.findMany({
    where: { generationId: before.id },
    select: {
      key: true,
      contentHash: true,
      state: true,
      decidedAt: true,
      decidedById: true,
      decidedBy: true,
      rejectReason: true,
      rejectNote: true,
    },
  });
  return new Map(rows.map(({ key, ...rest }) => [key, rest]));
}

async function announce(
  context: Context,
  tx: Transaction,
  { id, apiId }: StoredGeneration,
  counts: { cases: number; carriedOver: number },
): Promise<void> {
  await appendLiveEvent(tx, { topic: 'generation.ready', generationId: id, apiId, payload: counts });
  await writeAudit(tx, {
    ...auditActor(context),
    action: 'generation.ready',
    subjectType: 'generation',
    subjectId: id,
    apiId,
    details: counts,
  });
}
