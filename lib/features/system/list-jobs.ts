import { z } from 'zod';

import type { Prisma } from '../../platform/db/client';
import { requireUser } from '../context';
import type { Context } from '../context';

import type { JobDto, JobsDto } from './contract';
import { pageSize } from './contract';

const select = {
  id: true,
  name: true,
  state: true,
  payload: true,
  attempts: true,
  maxAttempts: true,
  lastError: true,
  runAt: true,
  finishedAt: true,
} satisfies Prisma.JobSelect;

/** Payloads carry ids; anything else would be a mistake and is not shown. */
const ids = z.record(z.string(), z.string()).catch({});

/**
 * The worker's queue: what was given up, and what is at work or next. Administrators only.
 * @throws AppError `forbidden`
 */
export async function listJobs(context: Context): Promise<JobsDto> {
  requireUser(context, 'admin');
  const { job } = context.db;
  const counted = await job.groupBy({ by: ['state'], _count: true });
  const count = (state: string) => counted.find((entry) => entry.state === state)?._count ?? 0;
  const dead = await job.findMany({
    where: { state: 'dead' },
    select,
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    take: pageSize,
  });
  const active = await job.findMany({
    where: { state: { in: ['running', 'queued'] } },
    select,
    orderBy: [{ state: 'desc' }, { runAt: 'asc' }],
    take: pageSize,
  });
  return {
    counts: { queued: count('queued'), running: count('running'), dead: count('dead') },
    dead: dead.map(toJobDto),
    active: active.map(toJobDto),
  };
}

function toJobDto(row: Prisma.JobGetPayload<{ select: typeof select }>): JobDto {
  return {
    ...row,
    payload: ids.parse(row.payload),
    runAt: row.runAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
