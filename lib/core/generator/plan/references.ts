import type { Json } from '../../json';

import type { Path } from './request-body';
import type { Resource, Resources, Role } from './resources';

/** A member of a request body that names another resource. */
export interface Reference {
  path: Path;
  resource: Resource;
}

const deepest = 6;

/**
 * Members such as `shelfId`, `shelf_id` or `shelfIds` whose resource the document describes; and `id` in the body of an
 * operation that changes an existing item without naming it in its path.
 */
export function findReferences(
  body: Json,
  resources: Resources,
  owner: { resource: Resource; role: Role },
): Reference[] {
  const found: Reference[] = [];
  const visit = (value: Json, path: Path): void => {
    if (value === null || typeof value !== 'object' || path.length > deepest) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(item, [...path, index]);
      });
      return;
    }
    for (const [key, each] of Object.entries(value)) {
      const here = [...path, key];
      const isScalar = typeof each === 'string' || typeof each === 'number';
      const resource = path.length === 0 && key === 'id' ? changedItem(owner) : resources.named(key);
      if (resource && resource !== (owner.role === 'create' ? owner.resource : undefined)) {
        if (isScalar) found.push({ path: here, resource });
        else if (Array.isArray(each) && each.length > 0 && /ids$/i.test(key)) {
          each.forEach((_, index) => found.push({ path: [...here, index], resource }));
        } else visit(each, here);
      } else visit(each, here);
    }
  };
  visit(body, []);
  return found;
}

function changedItem({ resource, role }: { resource: Resource; role: Role }): Resource | undefined {
  return role === 'action' ? resource : undefined;
}
