import type { Json } from '../../json';
import type { Schema, SchemaRegistry } from '../../openapi/model';

import type { Path } from './request-body';
import type { Resource, Resources, Role } from './resources';
import { applying, hasFlag, propertiesOf } from './schema-members';
import { bare } from './words';

/** A member of a request body that names something that must exist. */
export interface Reference {
  path: Path;
  /** The member's name. */
  name: string;
  /** `undefined`: the document describes no resource of that name. */
  resource: Resource | undefined;
}

export interface ReferenceScope {
  resources: Resources;
  registry: SchemaRegistry;
  owner: { resource: Resource; role: Role };
}

const deepest = 6;
const idEnding = /^(.+?)(?:[_-]id|Id|ID|[_-]uuid|Uuid|UUID|[_-]guid|Guid)s?$/;

/** Words before `Id` for names that a client makes up itself, or that lead out of the API. */
const ownChoice = new Set(
  (
    'external client custom remote legacy foreign source origin request correlation trace span transaction ' +
    'idempotency operation session device message tracking tax vat national passport license apple google facebook'
  ).split(' '),
);

/**
 * Members such as `shelfId`, `shelf_id` or `shelfIds`, whether or not the document describes the resource; members called
 * like a resource whose description speaks of an id (`customer`: "ID of the customer"); and `id` in the body of an
 * operation that changes an existing item without naming it in its path.
 */
export function findReferences(body: Json, schema: Schema | undefined, scope: ReferenceScope): Reference[] {
  const found: Reference[] = [];
  const visit = (value: Json, at: Schema | undefined, path: Path): void => {
    if (value === null || typeof value !== 'object' || path.length > deepest) return;
    if (Array.isArray(value)) {
      const items = applying(at, scope.registry).find((part) => part.items !== undefined)?.items;
      value.forEach((item, index) => visit(item, items, [...path, index]));
      return;
    }
    const properties = propertiesOf(at, scope.registry);
    for (const [name, each] of Object.entries(value)) {
      const here = [...path, name];
      const own = properties.get(name);
      const target = targetOf(name, own, path.length === 0, scope);
      const isScalar = typeof each === 'string' || typeof each === 'number';
      if (target && isScalar) found.push({ path: here, name, ...target });
      else if (
        target &&
        Array.isArray(each) &&
        /ids$/i.test(name) &&
        each.every((item) => item !== null && typeof item !== 'object')
      ) {
        each.forEach((_, index) => found.push({ path: [...here, index], name, ...target }));
      } else visit(each, own, here);
    }
  };
  visit(body, schema, []);
  return found;
}

/** What a member refers to; `undefined` where it refers to nothing. */
function targetOf(
  name: string,
  schema: Schema | undefined,
  isTop: boolean,
  { resources, registry, owner }: ReferenceScope,
): { resource: Resource | undefined } | undefined {
  if (isTop && name === 'id') return owner.role === 'action' ? { resource: owner.resource } : undefined;
  const isOwn = (resource: Resource): boolean => owner.role === 'create' && resource === owner.resource;
  const known = resources.named(name) ?? describedAsId(name, schema, resources, registry);
  if (known) return isOwn(known) ? undefined : { resource: known };
  const stem = idEnding.exec(name)?.[1];
  if (stem === undefined || isOwnChoice(stem, owner.resource)) return undefined;
  const parts = applying(schema, registry);
  const isChosen = parts.some((part) => part.enum !== undefined || part.const !== undefined);
  return isChosen || hasFlag(schema, 'readOnly', registry) ? undefined : { resource: undefined };
}

function isOwnChoice(stem: string, resource: Resource): boolean {
  const word = bare(stem);
  return word === bare(resource.noun) || [...ownChoice].some((each) => word.startsWith(each));
}

function describedAsId(
  name: string,
  schema: Schema | undefined,
  resources: Resources,
  registry: SchemaRegistry,
): Resource | undefined {
  const resource = resources.called(name);
  if (!resource) return undefined;
  const speaksOfId = applying(schema, registry).some(
    (part) => part.enum === undefined && /\b(id|identifier|uuid)\b/i.test(part.description ?? ''),
  );
  return speaksOfId ? resource : undefined;
}
