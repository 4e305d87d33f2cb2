import { requireUser } from '../context';
import type { Context } from '../context';

import type { GenerationView } from './contract';
import { caseRows, operationRow, operationSelect } from './rows';
import { gatesOf, storedDiagnostics, storedGaps, storedGeneration } from './stored';

import { defined } from '#lib/core/defined';
import { AppError } from '#lib/core/errors';
import type { Database } from '#lib/platform/db/client';

/**
 * A generation as the review workspace lists it: endpoints and cases without code, one query a table, so that 2,000
 * cases stay light.
 * @throws AppError `unauthenticated`, or `not_found` for an unknown id
 */
export async function getGeneration(
  context: Context,
  { generationId }: { generationId: string },
): Promise<GenerationView> {
  const actor = requireUser(context);
  const { db } = context;
  const row = await db.generation.findUnique({
    where: { id: generationId },
    select: {
      id: true,
      number: true,
      state: true,
      progress: true,
      error: true,
      gates: true,
      gaps: true,
      diagnostics: true,
      createdAt: true,
      api: { select: { id: true, slug: true, name: true } },
      specVersion: { select: { label: true, title: true, dialect: true, number: true } },
    },
  });
  if (row === null) {
    throw new AppError('not_found', 'There is no such generation.', {
      advice: 'Open the review queue: a newer one may have taken its place.',
    });
  }
  const { id, number, error, api, specVersion } = row;
  const previous = await db.specVersion.findUnique({
    where: { apiId_number: { apiId: api.id, number: specVersion.number - 1 } },
    select: { label: true },
  });
  const operations = await db.specOperation.findMany({
    where: { generationId },
    select: operationSelect,
    orderBy: { position: 'asc' },
  });
  return defined({
    id,
    number,
    error,
    api,
    ...storedGeneration.parse(row),
    createdAt: row.createdAt.toISOString(),
    newer: row.state === 'superseded' ? await newestReady(db, api.id) : undefined,
    spec: defined({ ...specVersion, previousLabel: previous?.label }),
    gates: gatesOf(row.gates),
    diagnostics: storedDiagnostics.parse(row.diagnostics ?? []),
    gapCount: storedGaps.parse(row.gaps ?? []).length,
    operations: operations.map(operationRow),
    cases: await caseRows(db, { generationId }, actor.id),
  });
}

async function newestReady(db: Database, apiId: string) {
  return db.generation.findFirst({
    where: { apiId, state: 'ready' },
    select: { id: true, number: true },
    orderBy: { number: 'desc' },
  });
}
