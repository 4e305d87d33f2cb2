import { randomUUID } from 'node:crypto';

import type { BuiltCase, BuiltFile, BuiltOperation } from './built-suite';
import type { Standing } from './carry-over';

import { AppError } from '#lib/core/errors';
import type { Prisma } from '#lib/platform/db/client';

/** Plain data as a JSON column takes it: without the members that are undefined. */
export function jsonOf(value: object): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value));
}

/** What `insertRows` takes: the columns that Prisma knows, with plain data where it wants a JSON value. */
type Row<Input> = { [K in keyof Input]: Input[K] | object | null };

export function operationRow(
  operation: BuiltOperation,
  position: number,
  generationId: string,
  ids: ReadonlyMap<string, string>,
): Row<Prisma.SpecOperationCreateManyInput> {
  return {
    id: idOf(ids, operation.key),
    generationId,
    key: operation.key,
    position,
    method: operation.method,
    path: operation.path,
    summary: operation.summary ?? null,
    tag: operation.tag ?? null,
    maintainer: operation.maintainer ?? null,
    change: operation.change,
    breaking: operation.breaking,
    changes: operation.changes,
    excerpts: operation.excerpts,
  };
}

export function fileRow(file: BuiltFile, generationId: string): Row<Prisma.TestFileCreateManyInput> {
  return {
    id: randomUUID(),
    generationId,
    path: file.path,
    kind: file.kind,
    content: file.content,
    head: file.head ?? null,
    gates: file.gates ?? null,
  };
}

export function caseRow(
  each: BuiltCase,
  position: number,
  generationId: string,
  operationIds: ReadonlyMap<string, string>,
  { change, kept }: Standing,
) {
  return {
    id: randomUUID(),
    generationId,
    operationId: idOf(operationIds, each.operationKey),
    key: each.key,
    position,
    category: each.category,
    rule: each.rule,
    title: each.title,
    name: each.name,
    filePath: each.file,
    className: each.className,
    startLine: each.startLine,
    endLine: each.endLine,
    code: each.code,
    imports: each.imports,
    contentHash: each.contentHash,
    rows: each.rows,
    risk: each.risk,
    sources: each.sources,
    marks: each.marks,
    change,
    gate: each.gate,
    state: kept?.state ?? 'pending',
    decidedAt: kept?.decidedAt ?? null,
    decidedById: kept?.decidedById ?? null,
    decidedBy: kept?.decidedBy ?? null,
    rejectReason: kept?.rejectReason ?? null,
    rejectNote: kept?.rejectNote ?? null,
  } satisfies Row<Prisma.TestCaseCreateManyInput>;
}

/** The decision of the generation before, standing for this one: in the name of who took it, told as carried over. */
export function decisionRow(
  row: { id: string; contentHash: string },
  kept: NonNullable<Standing['kept']>,
  batchId: string,
  createdAt: Date,
): Row<Prisma.DecisionCreateManyInput> {
  return {
    id: randomUUID(),
    caseId: row.id,
    verdict: kept.state === 'approved' ? 'approve' : 'reject',
    reason: kept.rejectReason,
    note: kept.rejectNote,
    contentHash: row.contentHash,
    previousState: 'pending',
    batchId,
    carriedOver: true,
    actorId: kept.decidedById,
    actorName: kept.decidedBy ?? 'somebody',
    via: 'system',
    createdAt,
  };
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined)
    throw new AppError('internal', `The suite has a case of the unknown operation ${key}.`);
  return id;
}
