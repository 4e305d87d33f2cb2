import { AppError } from '#lib/core/errors';
import type { Database, Transaction } from '#lib/platform/db/client';

/**
 * The case that a comment or a history is about, with where it belongs.
 * @throws AppError `not_found`
 */
export async function findCase(db: Database | Transaction, caseId: string) {
  const row = await db.testCase.findUnique({
    where: { id: caseId },
    select: {
      id: true,
      code: true,
      generationId: true,
      generation: { select: { apiId: true, specVersion: { select: { text: true } } } },
    },
  });
  if (row === null) throw new AppError('not_found', 'There is no such test case.');
  return row;
}
