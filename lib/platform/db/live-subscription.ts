import type { LiveEvent } from './live-stream';

/** A listener that is slower than this loses nothing: it is read for again once it has room. */
const mostWaiting = 500;

/** One listener's place in the stream of live events. */
export class LiveSubscription {
  #position: number;
  #closed = false;
  #waiting: LiveEvent[] = [];
  #wake: (() => void) | undefined;

  constructor(
    /** The id after which it began. */
    readonly start: number,
    private readonly accepts: (event: LiveEvent) => boolean,
  ) {
    this.#position = start;
  }

  /** The id up to which events have been offered. */
  get position(): number {
    return this.#position;
  }

  get hasRoom(): boolean {
    return this.#waiting.length < mostWaiting;
  }

  offer(event: LiveEvent): void {
    if (event.id <= this.#position || this.#closed) return;
    this.#position = event.id;
    if (!this.accepts(event)) return;
    this.#waiting.push(event);
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  /**
   * The events that wait, or none after `patienceMs` of silence.
   * @returns undefined when the subscription has ended
   */
  async take(patienceMs: number): Promise<LiveEvent[] | undefined> {
    if (this.#waiting.length === 0 && !this.#closed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    if (this.#closed) return undefined;
    return this.#waiting.splice(0);
  }
}
