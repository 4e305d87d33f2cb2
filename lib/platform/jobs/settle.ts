import type { Database } from '../db/client';

/** A claim that a worker holds; whatever it writes is for nothing once another worker holds the job. */
export interface Lease {
  jobId: string;
  owner: string;
}

const held = ({ jobId, owner }: Lease) => ({ id: jobId, leaseOwner: owner, state: 'running' });
const free = { leaseOwner: null, leaseUntil: null };

/** Lengthens a lease; false when it was lost to another worker. */
export async function renewLease(db: Database, lease: Lease, leaseUntil: Date): Promise<boolean> {
  const { count } = await db.job.updateMany({ where: held(lease), data: { leaseUntil } });
  return count === 1;
}

/** Ends a job that is done. */
export async function completeJob(db: Database, lease: Lease, now: Date): Promise<void> {
  await db.job.updateMany({
    where: held(lease),
    data: { ...free, state: 'done', finishedAt: now, lastError: null },
  });
}

/** Puts a job back for another attempt, with the cause of the last one. */
export async function retryJob(db: Database, lease: Lease, runAt: Date, cause: string): Promise<void> {
  await db.job.updateMany({
    where: held(lease),
    data: { ...free, state: 'queued', runAt, lastError: cause },
  });
}

/** Gives a job back untouched, because its worker stops: the attempt does not count. */
export async function releaseJob(db: Database, lease: Lease, now: Date): Promise<void> {
  await db.job.updateMany({
    where: held(lease),
    data: { ...free, state: 'queued', runAt: now, attempts: { decrement: 1 } },
  });
}

/** Makes a job a dead letter, with its cause; an administrator may put it back. */
export async function buryJob(db: Database, lease: Lease, now: Date, cause: string): Promise<void> {
  await db.job.updateMany({
    where: held(lease),
    data: { ...free, state: 'dead', finishedAt: now, lastError: cause },
  });
}
