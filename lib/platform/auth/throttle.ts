import type { Database } from '../db/client';

export interface ThrottleRule {
  key: string;
  /** Attempts that may fail in one window. */
  limit: number;
  windowSeconds: number;
}

/** Seconds to wait, or 0 when the attempt may go on. */
export type Wait = number;

/**
 * Counts an attempt before it is made, so that many at once cannot slip past the limit. A window starts with the first
 * attempt; an attempt that is refused neither counts nor makes the window longer.
 */
export async function countAttempt(
  db: Database,
  rules: readonly ThrottleRule[],
  now: Date,
): Promise<Wait> {
  return db.$transaction(async (tx) => {
    // The write comes first: SQLite then holds the lock for the whole transaction, and counting is exact.
    for (const rule of rules) {
      const start = new Date(now.getTime() - rule.windowSeconds * 1000);
      await tx.signInThrottle.deleteMany({ where: { key: rule.key, windowStart: { lte: start } } });
    }
    const waits = await Promise.all(rules.map((rule) => waitFor(rule)));
    const wait = Math.max(0, ...waits);
    if (wait === 0) {
      for (const { key } of rules) {
        await tx.signInThrottle.upsert({
          where: { key },
          create: { key, failures: 1, windowStart: now },
          update: { failures: { increment: 1 } },
        });
      }
    }
    return wait;

    async function waitFor(rule: ThrottleRule): Promise<Wait> {
      const row = await tx.signInThrottle.findUnique({ where: { key: rule.key } });
      if (row === null || row.failures < rule.limit) return 0;
      const end = row.windowStart.getTime() + rule.windowSeconds * 1000;
      return Math.max(1, Math.ceil((end - now.getTime()) / 1000));
    }
  });
}

/** Takes back what `countAttempt` counted, because the attempt succeeded. */
export async function forgiveAttempt(db: Database, rules: readonly ThrottleRule[]): Promise<void> {
  await db.signInThrottle.updateMany({
    where: { key: { in: rules.map((rule) => rule.key) }, failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}

/** Starts afresh for a key: after a success the earlier slips of that person no longer count. */
export async function clearAttempts(db: Database, key: string): Promise<void> {
  await db.signInThrottle.deleteMany({ where: { key } });
}
