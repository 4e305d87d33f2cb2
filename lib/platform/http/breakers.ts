import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { CircuitBreakerPolicy } from 'cockatiel';

import { AppError } from '#lib/core/errors';

const failures = 5;
const restSeconds = 60;

/** One circuit breaker a target: after five failures in a row it is left alone for a minute, then tried once. */
export class Breakers {
  readonly #policies = new Map<string, CircuitBreakerPolicy>();

  /**
   * Runs a call unless its target is resting.
   * @param key the target, e.g. a connection's id
   * @throws AppError `unavailable` with `details.retryAfter` while it rests; else whatever the call throws
   */
  async run<T>(key: string, call: () => Promise<T>): Promise<T> {
    const policy = this.#policies.get(key) ?? newPolicy();
    this.#policies.set(key, policy);
    try {
      return await policy.execute(call);
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new AppError('unavailable', `After ${failures} failures in a row this server is left alone.`, {
        advice: `It is tried again after ${restSeconds} s.`,
        details: { retryAfter: restSeconds },
        cause: error,
      });
    }
  }
}

/** A refusal is an answer: only a server that does not do its work trips the breaker. */
function newPolicy(): CircuitBreakerPolicy {
  const failed = handleWhen((error) => error instanceof AppError && error.code === 'unavailable');
  return circuitBreaker(failed, {
    halfOpenAfter: restSeconds * 1000,
    breaker: new ConsecutiveBreaker(failures),
  });
}
