import { Prisma } from '../db/client';
import type { Database } from '../db/client';

export interface ClaimedJob {
  id: string;
  name: string;
  payload: unknown;
  /** This attempt included. */
  attempts: number;
  maxAttempts: number;
  requestId: string | null;
}

/**
 * Takes the next job that is due, or whose worker let its lease run out, in one statement: no two workers get the
 * same. Its unique key is freed, so that what happens from now on makes a new job.
 * @param names the kinds of work that are wanted
 */
export async function claimJob(
  db: Database,
  claim: { names: readonly string[]; owner: string; now: Date; leaseUntil: Date },
): Promise<ClaimedJob | undefined> {
  if (claim.names.length === 0) return undefined;
  // Raw: Prisma cannot update one row chosen by order and return it. Dates are ISO texts and compare as such.
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE "Job"
    SET "state" = 'running', "leaseOwner" = ${claim.owner}, "leaseUntil" = ${claim.leaseUntil},
        "attempts" = "attempts" + 1, "uniqueKey" = NULL
    WHERE "id" = (
      SELECT "id" FROM "Job"
      WHERE "name" IN (${Prisma.join([...claim.names])})
        AND (("state" = 'queued' AND "runAt" <= ${claim.now})
          OR ("state" = 'running' AND "leaseUntil" <= ${claim.now}))
      ORDER BY "runAt", "createdAt" LIMIT 1
    )
    RETURNING "id"`;
  const id = rows[0]?.id;
  if (id === undefined) return undefined;
  return db.job.findUniqueOrThrow({
    where: { id },
    select: { id: true, name: true, payload: true, attempts: true, maxAttempts: true, requestId: true },
  });
}
