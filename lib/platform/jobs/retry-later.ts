/** Thrown by a job that cannot be done at the moment: it runs again after the delay, or by the usual backoff. */
export class RetryLater extends Error {
  readonly delayMs: number | undefined;

  constructor(message: string, options: { delayMs?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'RetryLater';
    this.delayMs = options.delayMs;
  }
}
