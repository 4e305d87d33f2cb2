import { groupBy } from '../../core/group-by';
import { lastBeat } from '../../platform/jobs/worker-heartbeat';
import { requireUser } from '../context';
import type { Context } from '../context';

/** How an installation is doing, for the command line and for scripts. */
export interface SystemStatus {
  worker: { lastBeat: string | null; alive: boolean };
  jobs: { queued: number; running: number; dead: number };
  deadJobs: { id: string; name: string; attempts: number; error: string | null; at: string | null }[];
  /** Each API with its newest generation and the cases of it. */
  apis: {
    slug: string;
    name: string;
    generation: { id: string; number: number; state: string } | null;
    pending: number;
    approved: number;
    rejected: number;
  }[];
  deliveries: {
    id: string;
    at: string;
    connection: string;
    kind: string;
    state: string;
    title: string | null;
    error: string | null;
  }[];
}

/** The worker beats every ten seconds. */
const aliveMs = 45_000;
const mostListed = 5;

/**
 * Counts, the queue, the worker's heartbeat, dead jobs and the last deliveries; for administrators, and for whoever has
 * the database file anyway.
 * @throws AppError `forbidden`
 */
export async function getStatus(context: Context): Promise<SystemStatus> {
  const { db, actor, clock } = context;
  if (actor.kind !== 'system') requireUser(context, 'admin');
  const beat = await lastBeat(db);
  const jobs = await db.job.groupBy({ by: ['state'], _count: true });
  const jobCount = (state: string) => jobs.find((group) => group.state === state)?._count ?? 0;
  const dead = await db.job.findMany({
    where: { state: 'dead' },
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    take: mostListed,
  });
  const deliveries = await db.delivery.findMany({
    select: {
      id: true,
      receivedAt: true,
      kind: true,
      state: true,
      title: true,
      error: true,
      connection: { select: { name: true } },
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: mostListed,
  });
  return {
    worker: {
      lastBeat: beat?.toISOString() ?? null,
      alive: beat !== undefined && clock().getTime() - beat.getTime() < aliveMs,
    },
    jobs: { queued: jobCount('queued'), running: jobCount('running'), dead: jobCount('dead') },
    deadJobs: dead.map(({ id, name, attempts, lastError, finishedAt }) => ({
      id,
      name,
      attempts,
      error: lastError,
      at: finishedAt?.toISOString() ?? null,
    })),
    apis: await apiStatus(context),
    deliveries: deliveries.map(({ receivedAt, connection, ...rest }) => ({
      ...rest,
      at: receivedAt.toISOString(),
      connection: connection.name,
    })),
  };
}

async function apiStatus({ db }: Context): Promise<SystemStatus['apis']> {
  const apis = await db.api.findMany({
    where: { archivedAt: null },
    select: { id: true, slug: true, name: true },
    orderBy: { slug: 'asc' },
  });
  const generations = await db.generation.findMany({
    where: { api: { archivedAt: null }, state: { not: 'superseded' } },
    select: { id: true, apiId: true, number: true, state: true },
    orderBy: { number: 'asc' },
  });
  const newest = new Map(generations.map(({ apiId, ...generation }) => [apiId, generation]));
  const ids = [...newest.values()].map((generation) => generation.id);
  const cases = await db.testCase.groupBy({
    by: ['generationId', 'state'],
    where: { generationId: { in: ids } },
    _count: true,
  });
  const byGeneration = groupBy(cases, (group) => group.generationId);
  return apis.map(({ id, slug, name }) => {
    const generation = newest.get(id) ?? null;
    const groups = byGeneration.get(generation?.id ?? '') ?? [];
    const count = (state: string) => groups.find((group) => group.state === state)?._count ?? 0;
    return {
      slug,
      name,
      generation,
      pending: count('pending'),
      approved: count('approved'),
      rejected: count('rejected'),
    };
  });
}
