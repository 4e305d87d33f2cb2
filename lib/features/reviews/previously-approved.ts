import type { Database } from '#lib/platform/db/client';

interface CaseNow {
  id: string;
  key: string;
  contentHash: string;
}

/**
 * The code as it was last approved in an earlier generation of the API, for the cases in which it differs from now.
 * @returns code by id of the case now
 */
export async function previouslyApproved(
  db: Database,
  { apiId, before, cases }: { apiId: string; before: number; cases: CaseNow[] },
): Promise<Map<string, string>> {
  const approved = await db.testCase.findMany({
    where: {
      key: { in: cases.map((entry) => entry.key) },
      state: 'approved',
      generation: { apiId, number: { lt: before } },
    },
    select: { key: true, contentHash: true, code: true, generation: { select: { number: true } } },
  });
  const last = new Map<string, (typeof approved)[number]>();
  for (const row of approved) {
    const known = last.get(row.key);
    if (known === undefined || known.generation.number < row.generation.number) last.set(row.key, row);
  }
  const different = new Map<string, string>();
  for (const { id, key, contentHash } of cases) {
    const known = last.get(key);
    if (known !== undefined && known.contentHash !== contentHash) different.set(id, known.code);
  }
  return different;
}
