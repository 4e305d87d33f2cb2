import { requireUser } from '../context';
import type { Context } from '../context';

import type { ApiView, GenerationRow, VersionRow } from './contract';
import { storedChanges, storedDiagnostics, storedGenerationState } from './stored';

import { defined } from '#lib/core/defined';
import { AppError } from '#lib/core/errors';
import type { Database, Prisma } from '#lib/platform/db/client';

/** A page shows the last ones; all stay in the database. */
const shownVersions = 20;
const shownGenerations = 30;
/** A broken document can have thousands, all of a kind. */
const shownDiagnostics = 200;

/**
 * One API: its versions with what each changed, the trouble in their documents, and its generations.
 * @throws AppError `unauthenticated`, or `not_found` for an unknown slug
 */
export async function getApi(context: Context, { slug }: { slug: string }): Promise<ApiView> {
  requireUser(context);
  const api = await context.db.api.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      versions: { orderBy: { number: 'desc' }, take: shownVersions, select: versionSelect },
      generations: { orderBy: { number: 'desc' }, take: shownGenerations, select: generationSelect },
    },
  });
  if (api === null) throw new AppError('not_found', 'There is no such API.');
  const counts = await countCases(
    context.db,
    api.generations.map((row) => row.id),
  );
  return {
    ...api,
    versions: api.versions.map(versionRow),
    generations: api.generations.map((row) => generationRow(row, counts.get(row.id))),
  };
}

const versionSelect = {
  id: true,
  number: true,
  label: true,
  title: true,
  dialect: true,
  format: true,
  operationCount: true,
  createdAt: true,
  changes: true,
  diagnostics: true,
} as const satisfies Prisma.SpecVersionSelect;

function versionRow(row: Prisma.SpecVersionGetPayload<{ select: typeof versionSelect }>): VersionRow {
  const diagnostics = storedDiagnostics.parse(row.diagnostics);
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    changes: storedChanges.parse(row.changes),
    diagnostics: diagnostics.slice(0, shownDiagnostics),
    diagnosticCount: diagnostics.length,
  };
}

const generationSelect = {
  id: true,
  number: true,
  state: true,
  error: true,
  createdAt: true,
  specVersion: { select: { label: true } },
} as const satisfies Prisma.GenerationSelect;

type Counts = GenerationRow['counts'];

function generationRow(
  row: Prisma.GenerationGetPayload<{ select: typeof generationSelect }>,
  counts: Counts = { total: 0, pending: 0, approved: 0, rejected: 0 },
): GenerationRow {
  const { specVersion, createdAt, state, ...rest } = row;
  return defined({
    ...rest,
    state: storedGenerationState.parse(state),
    versionLabel: specVersion.label,
    createdAt: createdAt.toISOString(),
    counts,
  });
}

async function countCases(db: Database, generationIds: string[]): Promise<Map<string, Counts>> {
  const groups = await db.testCase.groupBy({
    by: ['generationId', 'state'],
    where: { generationId: { in: generationIds } },
    _count: true,
  });
  const counts = new Map<string, Counts>();
  for (const { generationId, state, _count } of groups) {
    const row = counts.get(generationId) ?? { total: 0, pending: 0, approved: 0, rejected: 0 };
    if (state === 'pending' || state === 'approved' || state === 'rejected') row[state] += _count;
    row.total += _count;
    counts.set(generationId, row);
  }
  return counts;
}
