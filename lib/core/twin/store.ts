import type { Json, JsonObject } from '../json';

/** One thing that the twin knows. */
export interface Entry {
  /** As paths name it. */
  id: Json;
  /** Counts up with each new thing: the order of a list. */
  sequence: number;
  /** Counts up with each change: the state that an entity tag names. */
  version: number;
  /** Name of the identity that made it; `undefined` where nobody did. */
  owner: string | undefined;
  record: JsonObject;
  /** How often it was looked at, for work that takes a while. */
  reads: number;
  /** The body that made it, for what must not be there twice. */
  sent: Json;
}

/** The things at one path, e.g. the reviews of one product. */
export interface Collection {
  entries: Map<string, Entry>;
  removed: Set<string>;
}

/** Where a page begins: behind the thing with this number, or behind so many. */
export interface Cursor {
  sequence: number;
  key: Json;
  sort: string;
}

/** Everything that requests have made; all in memory. */
export class Store {
  readonly #collections = new Map<string, Collection>();
  /** What was put at a path that names no member of a collection. */
  readonly documents = new Map<string, Json>();
  readonly cursors = new Map<string, Cursor>();
  #last = 0;

  next(): number {
    this.#last += 1;
    return this.#last;
  }

  /** The collection of a shape under the things with these keys; `fill` gives what is there from the beginning. */
  collection(shape: string, parents: readonly string[], fill: () => readonly [string, Entry][]): Collection {
    const key = addressOf(shape, parents);
    let found = this.#collections.get(key);
    if (!found) {
      found = { entries: new Map(), removed: new Set() };
      this.#collections.set(key, found);
      for (const [id, entry] of fill()) found.entries.set(id, entry);
    }
    return found;
  }

  /** Removes what stands under a thing, but not the thing itself. */
  removeBelow(itemShape: string, keys: readonly string[]): void {
    for (const address of [...this.#collections.keys()]) {
      const [shape = '', ...parents] = address.split('\n');
      const isBelow = shape.startsWith(`${itemShape}/`) && keys.every((key, index) => parents[index] === key);
      if (isBelow) this.#collections.delete(address);
    }
  }

  /** Removes what was put at paths under a path. */
  removeDocuments(path: string): void {
    for (const address of [...this.documents.keys()]) {
      if (address.startsWith(`${path}/`)) this.documents.delete(address);
    }
  }

  clear(): void {
    this.#collections.clear();
    this.documents.clear();
    this.cursors.clear();
  }
}

function addressOf(shape: string, parents: readonly string[]): string {
  return [shape, ...parents.map((parent) => encoded(parent))].join('\n');
}

/** Percent-encoded; halves of surrogate pairs, which no URL can hold, become U+FFFD. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** The key of a thing: UUIDs are the same in capitals (RFC 9562 section 4). */
export function keyOf(id: Json): string {
  const text = typeof id === 'string' ? id : JSON.stringify(id);
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : text;
}
