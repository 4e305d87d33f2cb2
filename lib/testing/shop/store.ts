import { randomBytes } from 'node:crypto';

import type { JsonObject } from '../../core/json';

/** What the shop knows, in memory, oldest first. */
export class Store {
  readonly categories = new Map<number, JsonObject>();
  readonly products = new Map<string, JsonObject>();
  readonly reviews = new Map<number, JsonObject>();
  readonly customers = new Map<string, JsonObject>();
  readonly orders = new Map<string, JsonObject>();
  /** Order to the credential of who placed it. */
  readonly placedBy = new Map<string, string>();
  /** Customer, `Idempotency-Key` and order as sent, to the order that was placed for them. */
  readonly placed = new Map<string, JsonObject>();
  #last = 0;

  nextNumber(): number {
    this.#last += 1;
    return this.#last;
  }

  nextOrderId(): string {
    return `ord_${randomBytes(6).toString('hex')}`;
  }
}

/** Whether another record has this value: for what must be unique. */
export function isTaken<K>(
  records: ReadonlyMap<K, JsonObject>,
  name: string,
  record: JsonObject,
  own?: K,
): boolean {
  for (const [id, other] of records) if (id !== own && other[name] === record[name]) return true;
  return false;
}
