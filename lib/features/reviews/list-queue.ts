import { requireUser } from '../context';
import type { Context } from '../context';

import type { QueueApi, QueueEndpoint } from './contract';
import { operationRow, operationSelect } from './rows';
import { countsOf, gatesOf, storedGeneration } from './stored';

import { defined } from '#lib/core/defined';
import { groupBy } from '#lib/core/group-by';
import type { Database, Prisma } from '#lib/platform/db/client';

const generationSelect = {
  id: true,
  apiId: true,
  number: true,
  state: true,
  progress: true,
  gates: true,
  error: true,
  createdAt: true,
  specVersion: { select: { label: true } },
} as const satisfies Prisma.GenerationSelect;

type StoredGeneration = Prisma.GenerationGetPayload<{ select: typeof generationSelect }>;

/**
 * Every API by name with its newest generation that can be reviewed, its endpoints (breaking first, then changed,
 * added, unchanged, each in document order) and how far their review is.
 * @throws AppError `unauthenticated`
 */
export async function listQueue(context: Context): Promise<QueueApi[]> {
  requireUser(context);
  const { db } = context;
  const apis = await db.api.findMany({
    where: { archivedAt: null },
    select: { id: true, slug: true, name: true },
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
  });
  const ready = await newestByApi(db, { state: 'ready' });
  const newest = await newestByApi(db, {});
  const shown = [...newest.values()].map((generation) => ready.get(generation.apiId) ?? generation);
  const endpoints = await endpointsOf(
    db,
    shown.map((generation) => generation.id),
  );
  return apis.map((api) => {
    const last = newest.get(api.id);
    const generation = ready.get(api.id) ?? last;
    return defined({
      ...api,
      generation: generation && generationOf(generation, endpoints.get(generation.id) ?? []),
      upcoming: last && last.id !== generation?.id ? upcomingOf(last) : undefined,
    });
  });
}

async function newestByApi(
  db: Database,
  where: Prisma.GenerationWhereInput,
): Promise<Map<string, StoredGeneration>> {
  const numbers = await db.generation.groupBy({
    by: ['apiId'],
    where: { ...where, api: { archivedAt: null } },
    _max: { number: true },
  });
  const either = numbers.map(({ apiId, _max }) => ({ apiId, number: _max.number ?? 0 }));
  const rows = await db.generation.findMany({ where: { OR: either }, select: generationSelect });
  return new Map(rows.map((row) => [row.apiId, row]));
}

async function endpointsOf(db: Database, generationIds: string[]): Promise<Map<string, QueueEndpoint[]>> {
  const operations = await db.specOperation.findMany({
    where: { generationId: { in: generationIds } },
    select: { ...operationSelect, generationId: true },
    orderBy: { position: 'asc' },
  });
  const states = await db.testCase.groupBy({
    by: ['operationId', 'state'],
    where: { generationId: { in: generationIds } },
    _count: true,
  });
  const groups = groupBy(states, (group) => group.operationId);
  const result = new Map<string, QueueEndpoint[]>(generationIds.map((id) => [id, []]));
  for (const row of operations) {
    const { id, method, path, summary, change, breaking } = operationRow(row);
    const counts = countsOf((groups.get(id) ?? []).map(({ state, _count }) => ({ state, count: _count })));
    result
      .get(row.generationId)
      ?.push(defined({ operationId: id, method, path, summary, change, breaking, counts }));
  }
  for (const list of result.values()) list.sort((a, b) => urgency(a) - urgency(b));
  return result;
}

function urgency({ breaking, change }: QueueEndpoint): number {
  return breaking ? 0 : { changed: 1, added: 2, unchanged: 3 }[change];
}

function upcomingOf(row: StoredGeneration): NonNullable<QueueApi['upcoming']> {
  const { id, number, error, createdAt } = row;
  return defined({ id, number, error, createdAt: createdAt.toISOString(), ...storedGeneration.parse(row) });
}

function generationOf(
  row: StoredGeneration,
  endpoints: QueueEndpoint[],
): NonNullable<QueueApi['generation']> {
  const totals = endpoints.flatMap(({ counts }) =>
    (['pending', 'approved', 'rejected'] as const).map((state) => ({ state, count: counts[state] })),
  );
  return {
    ...upcomingOf(row),
    specLabel: row.specVersion.label,
    counts: countsOf(totals),
    gates: gatesOf(row.gates),
    endpoints,
    changedEndpoints: endpoints.filter((endpoint) => endpoint.change !== 'unchanged').length,
    breakingEndpoints: endpoints.filter((endpoint) => endpoint.breaking).length,
  };
}
