import type { Operation, SchemaRegistry } from '../../openapi/model';

import { identifyingProperty } from './identification';
import { listIn, successSchema } from './item-view';
import type { Resource } from './resources';

/** Where an existing item's id can be read: an operation that lists items, the list in its answer, the property. */
export interface ListedItem {
  list: Operation;
  path: string[];
  key: string;
}

/** The list that shows what a path parameter names, for reads of things that tests cannot create. */
export function listedItem(
  resource: Resource,
  parameter: string,
  registry: SchemaRegistry,
): ListedItem | undefined {
  const list = [...resource.operations].find(([, role]) => role === 'list')?.[0];
  const view = list && listIn(successSchema(list), registry);
  const key = view && identifyingProperty(view.properties, parameter, resource.noun, registry);
  return list && view && key !== undefined ? { list, path: view.path, key } : undefined;
}
