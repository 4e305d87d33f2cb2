import type { Context } from '../context';

const hour = 60 * 60_000;
const day = 24 * hour;

/** How long what nobody needs any more is kept. */
const keep = {
  /** Open pages resume where they were after a lost connection, not after a day. */
  liveEvents: day,
  /** The body of a delivery that failed, for a look or another attempt. */
  bodies: 7 * day,
  finishedJobs: 7 * day,
  deliveries: 90 * day,
};

/** Lets go of what has aged out; the audit log and what was decided stay. */
export async function cleanUp({ db, clock, log }: Context): Promise<void> {
  const before = (age: number) => new Date(clock().getTime() - age);
  const events = await db.liveEvent.deleteMany({ where: { at: { lt: before(keep.liveEvents) } } });
  const bodies = await db.delivery.updateMany({
    where: { receivedAt: { lt: before(keep.bodies) }, body: { not: null } },
    data: { body: null },
  });
  const jobs = await db.job.deleteMany({
    where: { state: 'done', finishedAt: { lt: before(keep.finishedJobs) } },
  });
  const deliveries = await db.delivery.deleteMany({
    where: { receivedAt: { lt: before(keep.deliveries) }, finishedAt: { not: null } },
  });
  log.info(
    { events: events.count, bodies: bodies.count, jobs: jobs.count, deliveries: deliveries.count },
    'cleaned up',
  );
}
