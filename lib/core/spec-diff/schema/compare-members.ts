import type { Schema, SchemaObject } from '../../openapi/model';
import { append } from '../../openapi/pointer';

import type { Found } from './compare-values';
import { below, type Comparison, type Difference } from './difference';

/** The two flattened schemas of a place and where it is. */
export interface Place {
  at: string;
  before: SchemaObject;
  after: SchemaObject;
  /** The schemas as written, to tell where they stand. */
  written: { before: Schema; after: Schema };
}

/** Makes a difference of what was found at a place; what is gone points into the old version. */
export function differenceAt(place: Place, found: Found): Difference {
  const { keyword, gone, ...rest } = found;
  const side = gone ? 'before' : 'after';
  return { ...rest, at: place.at, holder: { schema: place.written[side], pointer: `/${keyword}`, side } };
}

/** Properties: added, removed, required or not any more; those on both sides are compared later. */
export function compareProperties(place: Place): Comparison {
  const { before, after, at } = place;
  const old = new Map(Object.entries(before.properties ?? {}));
  const now = new Map(Object.entries(after.properties ?? {}));
  const needed = new Set(after.required ?? []);
  const neededBefore = new Set(before.required ?? []);
  const differences: Difference[] = [];
  const pairs: Comparison['pairs'] = [];
  const add = (name: string, found: Omit<Found, 'keyword'>, pointer: string) => {
    const side = found.gone ? ('before' as const) : ('after' as const);
    const { gone: _gone, ...rest } = found;
    const member = (side === 'after' ? now : old).get(name);
    const travels =
      typeof member === 'object' && (member.readOnly ? 'response' : member.writeOnly && 'request');
    differences.push({
      ...rest,
      at: below(at, name),
      ...(travels ? { travels } : {}),
      holder: { schema: place.written[side], pointer, side },
    });
  };
  for (const [name, schema] of now) {
    const was = old.get(name);
    if (was !== undefined) pairs.push({ at: below(at, name), before: was, after: schema });
    else {
      const required = needed.has(name);
      add(
        name,
        {
          kind: required ? 'required-property-added' : 'property-added',
          text: `${required ? 'required property' : 'property'} added`,
          effect: required && !neededBefore.has(name) ? 'narrower' : 'neither',
        },
        append('/properties', name),
      );
    }
  }
  for (const name of old.keys()) {
    if (now.has(name)) continue;
    const effect = neededBefore.has(name)
      ? 'wider'
      : after.additionalProperties === false
        ? 'narrower'
        : 'neither';
    add(
      name,
      { kind: 'property-removed', text: 'property removed', effect, gone: true },
      append('/properties', name),
    );
  }
  for (const name of needed) {
    if (neededBefore.has(name) || !old.has(name)) continue;
    add(name, { kind: 'property-required', text: 'is required now', effect: 'narrower' }, '/required');
  }
  for (const name of neededBefore) {
    if (needed.has(name) || !now.has(name)) continue;
    add(
      name,
      { kind: 'property-optional', text: 'is optional now', effect: 'wider', gone: true },
      '/required',
    );
  }
  return { differences, pairs };
}

/** Items, additional properties and pattern properties. */
export function compareContainers(place: Place): Comparison {
  const differences: Difference[] = [];
  const pairs: Comparison['pairs'] = [];
  const containers = [
    ['items', '[]'],
    ['additionalProperties', '*'],
  ] as const;
  for (const [keyword, member] of containers) {
    const before = place.before[keyword] ?? true;
    const after = place.after[keyword] ?? true;
    if (typeof before === 'object' && typeof after === 'object') {
      pairs.push({ at: below(place.at, member), before, after });
    } else if (!same(before, after)) {
      const narrower = after === false || (before !== false && isOpen(before));
      const text = `${keyword} ${say(before)} became ${say(after)}`;
      const gone = place.after[keyword] === undefined;
      const effect = narrower ? 'narrower' : 'wider';
      differences.push(
        differenceAt(place, {
          kind: `${keyword === 'items' ? 'items' : 'additional-properties'}-changed`,
          keyword,
          text,
          effect,
          gone,
        }),
      );
    }
  }
  const old = place.before.prefixItems ?? [];
  const now = place.after.prefixItems ?? [];
  now.forEach((after, index) => {
    const before = old[index];
    if (before !== undefined) pairs.push({ at: below(place.at, `[${index}]`), before, after });
  });
  if (old.length !== now.length) {
    const text = `a tuple of ${old.length} became one of ${now.length}`;
    differences.push(
      differenceAt(place, {
        kind: 'items-changed',
        keyword: 'prefixItems',
        text,
        effect: 'both',
        gone: now.length === 0,
      }),
    );
  }
  return { differences, pairs };
}

/** `{}` allows what `true` allows. */
function isOpen(schema: Schema): boolean {
  return schema === true || (typeof schema === 'object' && Object.keys(schema).length === 0);
}

function same(one: Schema, other: Schema): boolean {
  return one === other || (isOpen(one) && isOpen(other));
}

function say(schema: Schema): string {
  return typeof schema === 'boolean' ? (schema ? 'allowed' : 'forbidden') : 'limited';
}
