import { setTimeout } from 'node:timers/promises';

import type { Answered } from '../service/listen';
import { problem } from '../service/reply';

import type { FaultId } from './faults';

const slowMilliseconds = 5000;
const readMilliseconds = 50;

/** How a faulty shop bears requests that come at once, or takes its time. */
export class Burden {
  readonly #faults: ReadonlySet<FaultId>;
  #reads = 0;

  constructor(faults: ReadonlySet<FaultId>) {
    this.#faults = faults;
  }

  async carry(answered: Answered): Promise<Answered> {
    const { operation } = answered;
    if (operation === 'listCategories' && this.#faults.has('list-is-slow'))
      await setTimeout(slowMilliseconds);
    if (operation !== 'getCategory' || !this.#faults.has('reads-fail-at-once')) return answered;
    this.#reads += 1;
    const isFirst = this.#reads === 1;
    await setTimeout(readMilliseconds);
    this.#reads -= 1;
    return isFirst ? answered : { operation, reply: problem(503, 'Busy') };
  }
}
