import { z } from 'zod';

import { requireUser } from '../context';
import type { Context } from '../context';

import type { CaseHistoryEntry } from './contract';
import { findCase } from './find-case';

import { defined } from '#lib/core/defined';
import { rejectReasons, verdicts } from '#lib/core/review/states';

const stored = z.object({ verdict: z.enum(verdicts), reason: z.enum(rejectReasons).nullable() });

/**
 * Who decided what about a case on which content, newest first.
 * @throws AppError `unauthenticated` or `not_found`
 */
export async function getHistory(
  context: Context,
  { caseId }: { caseId: string },
): Promise<CaseHistoryEntry[]> {
  requireUser(context);
  await findCase(context.db, caseId);
  const decisions = await context.db.decision.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return decisions.map((row) => {
    const { id, note, actorName, via, contentHash, carriedOver } = row;
    return defined({
      id,
      note,
      actorName,
      via,
      contentHash,
      carriedOver,
      ...stored.parse(row),
      createdAt: row.createdAt.toISOString(),
    });
  });
}
