import { storedCase } from './stored';

import type { StandingCase } from '#lib/core/review/judge';
import type { Transaction } from '#lib/platform/db/client';

export interface Standing extends StandingCase {
  id: string;
  generationId: string;
  apiId: string;
}

/** The cases of a decision as they stand now, by id; an unknown id is absent. */
export async function standingCases(tx: Transaction, ids: string[]): Promise<Map<string, Standing>> {
  const rows = await tx.testCase.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      state: true,
      revision: true,
      contentHash: true,
      decidedBy: true,
      generationId: true,
    },
  });
  const generationIds = [...new Set(rows.map((row) => row.generationId))];
  const generations = await tx.generation.findMany({
    where: { id: { in: generationIds } },
    select: { id: true, apiId: true, state: true, number: true },
  });
  const places = new Map<string, { apiId: string; supersededBy: number | undefined }>();
  for (const { id, apiId, state, number } of generations) {
    const supersededBy = state === 'superseded' ? await newestNumber(tx, apiId, number) : undefined;
    places.set(id, { apiId, supersededBy });
  }
  const standing = new Map<string, Standing>();
  for (const row of rows) {
    const place = places.get(row.generationId);
    if (place !== undefined)
      standing.set(row.id, { ...row, ...place, state: storedCase.shape.state.parse(row.state) });
  }
  return standing;
}

async function newestNumber(tx: Transaction, apiId: string, fallback: number): Promise<number> {
  const newest = await tx.generation.findFirst({
    where: { apiId, state: { not: 'superseded' } },
    select: { number: true },
    orderBy: { number: 'desc' },
  });
  return newest?.number ?? fallback + 1;
}
