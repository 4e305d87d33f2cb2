const running = new Map<string, Promise<unknown>>();

/**
 * Lets work on one place wait for the work before it, in this process. Two processes do not spoil each other either:
 * git locks what it writes, and a push that comes second is refused.
 */
export async function oneAtATime<T>(place: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(place) ?? Promise.resolve();
  const own = before.then(work, work);
  running.set(place, own);
  try {
    return await own;
  } finally {
    if (running.get(place) === own) running.delete(place);
  }
}
