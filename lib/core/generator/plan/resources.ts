import type { ApiModel, Operation } from '../../openapi/model';
import { createNames, snakeCase, type PythonIdentifier } from '../../python/identifier';

import { pathOf, segmentsOf, shapeOf, type Segment } from './path-template';
import { bare, singular } from './words';

/** What an operation does to a resource, as far as method and path tell. */
export type Role = 'create' | 'list' | 'read' | 'replace' | 'update' | 'delete' | 'action';

/** A collection and its items: `/books` and `/books/{bookId}`; or a path that stands alone. */
export interface Resource {
  /** Shape of the collection path; identity of the resource. */
  shape: string;
  /** Unique in a suite: `book`. */
  noun: PythonIdentifier;
  operations: Map<Operation, Role>;
}

export interface Resources {
  all: Resource[];
  of(operation: Operation): { resource: Resource; role: Role };
  /** The resource whose items a path template with this shape names, if any. */
  ofItem(shape: string): Resource | undefined;
  /** The resource that a name such as `shelfId`, `shelf_id` or `shelfIds` refers to, if exactly one is meant. */
  named(reference: string): Resource | undefined;
  /** The resource whose noun is this name: `customer`. */
  called(name: string): Resource | undefined;
}

/** Groups operations by the resource that their path names. Linear in the number of operations. */
export function groupResources(model: ApiModel, operations: Operation[]): Resources {
  const itemShapes = new Set<string>();
  for (const operation of model.operations) {
    const segments = segmentsOf(operation.path);
    segments.forEach((segment, index) => {
      if (segment.kind === 'parameter' && segments[index - 1]?.kind === 'static') {
        itemShapes.add(
          shapeOf(
            `/${segments
              .slice(0, index + 1)
              .map((each) => each.text)
              .join('/')}`,
          ),
        );
      }
    });
  }
  const grouped = new Map<string, { words: string[]; operations: Map<Operation, Role> }>();
  const places = new Map<Operation, string>();
  for (const operation of operations) {
    const place = placeOf(operation, itemShapes);
    const entry = grouped.get(place.shape) ?? { words: place.words, operations: new Map<Operation, Role>() };
    entry.operations.set(operation, place.role);
    grouped.set(place.shape, entry);
    places.set(operation, place.shape);
  }
  const byShape = new Map(nounsOf(grouped).map((resource) => [resource.shape, resource]));
  const byName = namesOf(byShape, model);
  const stems = new Map<string, string>();
  return {
    all: [...byShape.values()],
    of(operation) {
      const resource = byShape.get(places.get(operation) ?? '');
      if (!resource) throw new TypeError(`Not an operation of this suite: ${operation.id}`);
      return { resource, role: resource.operations.get(operation) ?? 'action' };
    },
    ofItem: (shape) => byShape.get(shape.replace(/\/\{\}$/, '')),
    named(reference) {
      // The same members stand in many bodies.
      const known = stems.get(reference);
      const stem = known ?? stemOf(reference);
      if (known === undefined) stems.set(reference, stem);
      return stem === '' ? undefined : byName.get(stem);
    },
    called: (name) => byName.get(bare(name)),
  };
}

/** What a reference calls its resource; empty for a name that is no reference. */
function stemOf(reference: string): string {
  const stem = /^(.+?)[_-]?(?:id|Id|ID|uuid|Uuid|UUID)s?$/.exec(reference)?.[1];
  return stem === undefined ? '' : bare(stem);
}

/** What references call a resource: its noun, or what its path parameter is called (`/special-events/{eventId}`). */
function namesOf(byShape: ReadonlyMap<string, Resource>, model: ApiModel): Map<string, Resource | undefined> {
  const names = new Map<string, Resource | undefined>();
  for (const operation of model.operations) {
    const segments = segmentsOf(operation.path);
    const last = segments.at(-1);
    if (last?.kind !== 'parameter') continue;
    const resource = byShape.get(shapeOf(pathOf(segments.slice(0, -1))));
    const stem = bare(last.name).replace(/(uu)?id$/, '');
    if (!resource || stem === '') continue;
    names.set(stem, names.has(stem) && names.get(stem) !== resource ? undefined : resource);
  }
  for (const resource of byShape.values()) names.set(bare(resource.noun), resource);
  return names;
}

interface Place {
  shape: string;
  /** Singular words of the static segments, last first. */
  words: string[];
  role: Role;
}

function placeOf(operation: Operation, itemShapes: Set<string>): Place {
  const segments = segmentsOf(operation.path);
  const last = segments.at(-1);
  const shapeTo = (end: number): string =>
    shapeOf(
      `/${segments
        .slice(0, end)
        .map((each) => each.text)
        .join('/')}`,
    );
  const isItem = last?.kind === 'parameter' && segments.at(-2)?.kind === 'static';
  if (isItem) {
    return place(
      segments,
      segments.length - 1,
      shapeTo(segments.length - 1),
      itemRoles[operation.method] ?? 'action',
    );
  }
  if (last?.kind === 'static' && !itemShapes.has(`${shapeTo(segments.length)}/{}`)) {
    const owner = ownerOf(segments, itemShapes, shapeTo);
    if (owner !== undefined) return place(segments, owner, shapeTo(owner), 'action');
    return place(
      segments,
      segments.length,
      shapeTo(segments.length),
      aloneRoles[operation.method] ?? 'action',
    );
  }
  return place(
    segments,
    segments.length,
    shapeTo(segments.length),
    collectionRoles[operation.method] ?? 'action',
  );
}

/** The collection that `/books/{bookId}/publish` or `/books/search` belongs to, as the number of its segments. */
function ownerOf(
  segments: Segment[],
  itemShapes: Set<string>,
  shapeTo: (end: number) => string,
): number | undefined {
  const before = segments.length - 1;
  if (segments[before - 1]?.kind === 'parameter' && segments[before - 2]?.kind === 'static')
    return before - 1;
  return before > 0 && itemShapes.has(`${shapeTo(before)}/{}`) ? before : undefined;
}

function place(segments: Segment[], end: number, shape: string, role: Role): Place {
  const words = segments
    .slice(0, end)
    .filter((segment) => segment.kind === 'static')
    .map((segment) => segment.text)
    .reverse();
  return { shape, words, role };
}

const itemRoles: Partial<Record<Operation['method'], Role>> = {
  get: 'read',
  put: 'replace',
  patch: 'update',
  delete: 'delete',
};
const collectionRoles: Partial<Record<Operation['method'], Role>> = { get: 'list', post: 'create' };
const aloneRoles: Partial<Record<Operation['method'], Role>> = { get: 'read', post: 'create' };

/** Unique nouns: the last word, with more words of the path in front where two resources share it. */
function nounsOf(grouped: Map<string, { words: string[]; operations: Map<Operation, Role> }>): Resource[] {
  const names = createNames();
  const seen = new Map<string, number>();
  for (const { words } of grouped.values()) {
    for (const noun of new Set([nounOf(words, 1), nounOf(words, 2)]))
      seen.set(noun, (seen.get(noun) ?? 0) + 1);
  }
  return [...grouped].map(([shape, { words, operations }]) => {
    const short = nounOf(words, 1);
    const longer = nounOf(words, 2);
    const chosen = seen.get(short) === 1 ? short : seen.get(longer) === 1 ? longer : nounOf(words, 4);
    return {
      shape,
      noun: names.take(snakeCase(chosen, { fallback: 'resource', maxLength: 48 })),
      operations,
    };
  });
}

function nounOf(words: string[], count: number): string {
  const chosen = words
    .slice(0, count)
    .reverse()
    .map((word) => snakeCase(word, { fallback: 'resource', maxLength: 40 }).replace(/_$/, ''));
  const parts = chosen.map((word) => {
    const cut = word.split('_');
    return [...cut.slice(0, -1), singular(cut.at(-1) ?? word)].join('_');
  });
  return parts.join('_') || 'root';
}
