import type { Database, Transaction } from '../db/client';

export interface ThrottleRule {
  key: string;
  /** Attempts that may fail in one window. */
  limit: number;
  windowSeconds: number;
}

/**
 * Counts an attempt before it is made, so that many at once cannot slip past the limit. A window starts with the first
 * attempt; an attempt that is refused neither counts nor makes the window longer.
 * @returns seconds to wait, or 0 when the attempt may go on
 */
export async function countAttempt(db: Database, rules: readonly ThrottleRule[], now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    let wait = 0;
    for (const rule of rules) wait = Math.max(wait, await secondsToWait(tx, rule, now));
    if (wait > 0) return wait;
    for (const { key } of rules) {
      await tx.signInThrottle.upsert({
        where: { key },
        create: { key, failures: 1, windowStart: now },
        update: { failures: { increment: 1 } },
      });
    }
    return 0;
  });
}

/** Takes back what `countAttempt` counted, because the attempt succeeded. */
export async function forgiveAttempt(db: Database, key: string): Promise<void> {
  await db.signInThrottle.updateMany({
    where: { key, failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}

/** Starts afresh for a key: after a success the earlier slips of that person no longer count. */
export async function clearAttempts(db: Database, key: string): Promise<void> {
  await db.signInThrottle.deleteMany({ where: { key } });
}

async function secondsToWait(tx: Transaction, rule: ThrottleRule, now: Date): Promise<number> {
  const row = await tx.signInThrottle.findUnique({ where: { key: rule.key } });
  if (row === null) return 0;
  const left = Math.ceil((row.windowStart.getTime() - now.getTime()) / 1000) + rule.windowSeconds;
  if (left <= 0) {
    await clearExpired(tx, rule, now);
    return 0;
  }
  return row.failures < rule.limit ? 0 : left;
}

/** One person's next attempt also sweeps away what others left behind, so that the table stays small. */
async function clearExpired(tx: Transaction, rule: ThrottleRule, now: Date): Promise<void> {
  const end = new Date(now.getTime() - rule.windowSeconds * 1000);
  await tx.signInThrottle.deleteMany({ where: { windowStart: { lte: end } } });
}
