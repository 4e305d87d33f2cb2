import type { ApiModel, Schema } from '../../openapi/model';
import type { Change, Direction } from '../change';

import { compareBranches, compareConditions } from './compare-branches';
import { compareContainers, compareProperties, differenceAt, type Place } from './compare-members';
import { compareValues } from './compare-values';
import type { Comparison, Difference, Pair } from './difference';
import { flatten } from './flatten';

/**
 * Compares schemas of two models. Each pair of schemas is compared once, only at its own level; an operation gathers
 * what its pairs lead to. So recursion ends, and a component used by a thousand operations costs one comparison.
 */
export class SchemaComparer {
  private readonly known = new Map<Schema, Map<Schema, Comparison>>();

  constructor(
    private readonly before: ApiModel,
    private readonly after: ApiModel,
  ) {}

  /** All changes between two schemas for values that travel in one direction; `where` begins the sentences. */
  compare(where: string, before: Schema, after: Schema, direction: Direction): Change[] {
    const changes: Change[] = [];
    const queue: Pair[] = [{ at: '', before, after }];
    const visited = new Map<Schema, Set<Schema>>();
    // An array's iterator also visits what is added on the way: nearest places first.
    for (const pair of queue) {
      const old = this.before.schemas.resolve(pair.before);
      const now = this.after.schemas.resolve(pair.after);
      if (isHidden(old, direction) && isHidden(now, direction)) continue;
      const partners = visited.get(old) ?? new Set();
      // Two booleans stand for no place, so they may come again.
      if (typeof old === 'object' && partners.has(now)) continue;
      visited.set(old, partners.add(now));
      const { differences, pairs } = this.local(old, now);
      const relevant = differences.filter(({ travels }) => travels === undefined || travels === direction);
      for (const difference of relevant) changes.push(this.asChange(where, pair.at, difference, direction));
      for (const next of pairs) queue.push({ ...next, at: joined(pair.at, next.at) });
    }
    return changes;
  }

  private local(before: Schema, after: Schema): Comparison {
    const byAfter = this.known.get(before) ?? new Map<Schema, Comparison>();
    this.known.set(before, byAfter);
    const known = byAfter.get(after);
    if (known) return known;
    const place: Place = {
      at: '',
      before: flatten(this.before.schemas, before),
      after: flatten(this.after.schemas, after),
      written: { before, after },
    };
    const parts = [compareProperties(place), compareContainers(place), compareBranches(place)];
    const values = compareValues(place.before, place.after).map((found) => differenceAt(place, found));
    const comparison = {
      differences: [
        ...values,
        ...parts.flatMap(({ differences }) => differences),
        ...compareConditions(place),
      ],
      pairs: parts.flatMap(({ pairs }) => pairs),
    };
    byAfter.set(after, comparison);
    return comparison;
  }

  private asChange(where: string, at: string, difference: Difference, direction: Direction): Change {
    const { kind, text, effect, holder } = difference;
    const model = holder.side === 'before' ? this.before : this.after;
    const source = model.schemas.sourceOf(holder.schema) ?? { file: '', pointer: '' };
    const place = joined(at, difference.at);
    return {
      kind,
      message: `${where}${place === '' ? '' : ` ${place}`}: ${text}.`,
      breaking: effect === 'both' || effect === (direction === 'request' ? 'narrower' : 'wider'),
      source: { file: source.file, pointer: `${source.pointer}${holder.pointer}` },
      side: holder.side,
    };
  }
}

/** Clients do not send what is read-only, and do not get what is write-only. */
function isHidden(schema: Schema, direction: Direction): boolean {
  if (typeof schema === 'boolean') return false;
  return direction === 'request' ? schema.readOnly === true : schema.writeOnly === true;
}

function joined(at: string, inner: string): string {
  return at === '' || inner === '' || inner.startsWith('[') ? `${at}${inner}` : `${at}.${inner}`;
}
