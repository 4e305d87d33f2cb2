import { setTimeout as pause } from 'node:timers/promises';

import type { Logger } from '../observability/logger';

import type { Database, Prisma } from './client';
import { LiveSubscription } from './live-subscription';

export type LiveEvent = Prisma.LiveEventGetPayload<object>;

export interface SubscribeOptions {
  /** The id after which to go on; absent: from a moment ago. */
  after?: number | undefined;
  /** Which events to hand out. */
  accepts: (event: LiveEvent) => boolean;
  /** Ends the subscription. */
  signal: AbortSignal;
}

const everyMs = 400;
const eventsPerRead = 500;
/** A page is drawn from data that is a little older than its stream: what happened in between must reach it. */
const overlapMs = 10_000;

/**
 * Follows the outbox of live events for all listeners of a process with one query at a time, and only while somebody
 * listens. The rows are the truth: whoever was away goes on after the last id they saw, whichever process wrote.
 */
export class LiveStream {
  readonly #subscriptions = new Set<LiveSubscription>();
  #polling = false;

  constructor(
    private readonly db: Database,
    private readonly log: Logger,
    private readonly intervalMs = everyMs,
  ) {}

  /** How many listen at the moment. */
  get listeners(): number {
    return this.#subscriptions.size;
  }

  /** Begins to listen; when the promise resolves, no later event is missed. */
  async subscribe({ after, accepts, signal }: SubscribeOptions): Promise<LiveSubscription> {
    const subscription = new LiveSubscription(after ?? (await this.#recentId()), accepts);
    this.#subscriptions.add(subscription);
    const end = () => {
      this.#subscriptions.delete(subscription);
      subscription.close();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    if (!this.#polling) void this.#poll();
    return subscription;
  }

  async #recentId(): Promise<number> {
    const { _max } = await this.db.liveEvent.aggregate({
      where: { at: { lt: new Date(Date.now() - overlapMs) } },
      _max: { id: true },
    });
    return _max.id ?? 0;
  }

  async #poll(): Promise<void> {
    this.#polling = true;
    while (this.#subscriptions.size > 0) {
      await this.#read().catch((error: unknown) => this.log.error({ err: error }, 'live events not read'));
      await pause(this.intervalMs);
    }
    this.#polling = false;
  }

  async #read(): Promise<void> {
    const waiting = [...this.#subscriptions].filter((subscription) => subscription.hasRoom);
    if (waiting.length === 0) return;
    const events = await this.db.liveEvent.findMany({
      where: { id: { gt: Math.min(...waiting.map((subscription) => subscription.position)) } },
      orderBy: { id: 'asc' },
      take: eventsPerRead,
    });
    for (const event of events) for (const subscription of waiting) subscription.offer(event);
  }
}

const streams = new WeakMap<Database, LiveStream>();

/** The stream of a process' database. */
export function liveStream(db: Database, log: Logger): LiveStream {
  const known = streams.get(db);
  if (known !== undefined) return known;
  const stream = new LiveStream(db, log);
  streams.set(db, stream);
  return stream;
}
