import { z } from 'zod';

import { commentCategories } from './contract';
import type { CaseRow, CommentRow, OperationRow } from './contract';
import { storedCase, storedOperation } from './stored';

import { defined } from '#lib/core/defined';
import type { Database, Prisma, Transaction } from '#lib/platform/db/client';

/** Everything of a case that its row in a list shows; no code. */
export const caseSelect = {
  id: true,
  operationId: true,
  key: true,
  name: true,
  title: true,
  category: true,
  rule: true,
  rows: true,
  risk: true,
  change: true,
  gate: true,
  state: true,
  revision: true,
  contentHash: true,
  decidedBy: true,
  decidedById: true,
  decidedAt: true,
  rejectReason: true,
  rejectNote: true,
} as const satisfies Prisma.TestCaseSelect;

type StoredCaseRow = Prisma.TestCaseGetPayload<{ select: typeof caseSelect }>;

/**
 * The rows of cases in review order, with what stands beside them: three queries, however many cases.
 * @param where the cases, e.g. of a generation or by ids
 * @param actorId whose decisions are `decidedByMe`
 */
export async function caseRows(
  db: Database | Transaction,
  where: Prisma.TestCaseWhereInput,
  actorId: string,
): Promise<CaseRow[]> {
  const cases = await db.testCase.findMany({ where, select: caseSelect, orderBy: { position: 'asc' } });
  const comments = await db.comment.groupBy({ by: ['caseId'], where: { case: where }, _count: true });
  const decisions = await db.decision.findMany({
    where: { case: where },
    select: { caseId: true, carriedOver: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const commentCounts = new Map(comments.map((group) => [group.caseId, group._count]));
  const carriedOver = new Map(decisions.map((decision) => [decision.caseId, decision.carriedOver]));
  return cases.map((row) => ({
    ...caseRow(row, actorId),
    comments: commentCounts.get(row.id) ?? 0,
    carriedOver: carriedOver.get(row.id) ?? false,
  }));
}

/** SQLite binds 999 values at most where a query also sorts. */
const idsPerQuery = 500;

/** The rows of cases in the order of their ids, which may be thousands. */
export async function caseRowsById(
  db: Database | Transaction,
  ids: string[],
  actorId: string,
): Promise<CaseRow[]> {
  const found = new Map<string, CaseRow>();
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const rows = await caseRows(db, { id: { in: ids.slice(start, start + idsPerQuery) } }, actorId);
    for (const row of rows) found.set(row.id, row);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

function caseRow(
  { decidedById, ...row }: StoredCaseRow,
  actorId: string,
): Omit<CaseRow, 'comments' | 'carriedOver'> {
  return defined({
    ...row,
    ...storedCase.parse(row),
    decidedByMe: decidedById === actorId,
    decidedAt: row.decidedAt?.toISOString(),
  });
}

export const operationSelect = {
  id: true,
  method: true,
  path: true,
  summary: true,
  tag: true,
  change: true,
  breaking: true,
  changes: true,
} as const satisfies Prisma.SpecOperationSelect;

export function operationRow(
  row: Prisma.SpecOperationGetPayload<{ select: typeof operationSelect }>,
): OperationRow {
  return defined({ ...row, ...storedOperation.parse(row) });
}

const storedComment = z.object({
  side: z.enum(['spec', 'test']).nullable(),
  category: z.enum(commentCategories),
});

/** @param actorId whose comments are `mine` */
export function commentRow(row: Prisma.CommentGetPayload<object>, actorId: string): CommentRow {
  const { id, caseId, authorName, line, body, resolvedBy } = row;
  return defined({
    id,
    caseId,
    authorName,
    line,
    body,
    resolvedBy,
    ...storedComment.parse(row),
    createdAt: row.createdAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString(),
    mine: row.authorId === actorId,
  });
}
