import type { JsonObject } from '../../core/json';

import type { Upload } from './multipart';

export interface StoredItem {
  /** Counts up with each item: the order of the catalogue. */
  sequence: number;
  /** Counts up with each change: the state that the ETag names. */
  version: number;
  record: JsonObject;
  /** The last body of a PUT, as text. */
  replacedBy?: string;
}

export interface StoredComment {
  itemId: string;
  record: JsonObject;
}

/** Where a page begins: behind the item with this value of the sort key and this number. */
export interface Cursor {
  sort: string;
  key: string | number;
  sequence: number;
}

/** Something that belongs to one member. */
export interface Owned {
  owner: string;
  record: JsonObject;
}

export interface StoredExport extends Owned {
  asked: number;
}

/** What the library knows, in memory, oldest first. */
export class Store {
  readonly subjects = new Map<number, JsonObject>();
  readonly items = new Map<string, StoredItem>();
  readonly removedItems = new Set<string>();
  readonly cursors = new Map<string, Cursor>();
  readonly covers = new Map<string, Upload>();
  readonly comments = new Map<number, StoredComment>();
  readonly readingLists = new Map<string, Owned>();
  readonly loans = new Map<number, Owned>();
  readonly exports = new Map<string, StoredExport>();
  #last = 0;

  nextNumber(): number {
    this.#last += 1;
    return this.#last;
  }
}
