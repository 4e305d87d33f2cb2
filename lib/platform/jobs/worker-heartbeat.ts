import { z } from 'zod';

import type { Database } from '../db/client';

const key = 'worker.heartbeat';
const stored = z.object({ at: z.iso.datetime(), pid: z.number().int() });

/** Says that the worker is alive; the readiness check reads it. */
export async function beat(db: Database, now: Date, pid: number): Promise<void> {
  const value = { at: now.toISOString(), pid };
  await db.setting.upsert({
    where: { key },
    create: { key, value, updatedBy: 'worker' },
    update: { value },
  });
}

/** When the worker was last heard of; `undefined` when never. */
export async function lastBeat(db: Database): Promise<Date | undefined> {
  const row = await db.setting.findUnique({ where: { key } });
  const parsed = stored.safeParse(row?.value);
  return parsed.success ? new Date(parsed.data.at) : undefined;
}
