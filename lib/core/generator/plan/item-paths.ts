import type { Operation } from '../../openapi/model';

import { shapeOf } from './path-template';

/** The first operation at or below the items of each collection, by the shape of the items' path. */
export function firstByItemShape(operations: readonly Operation[]): Map<string, Operation> {
  const first = new Map<string, Operation>();
  for (const operation of operations) {
    const shape = shapeOf(operation.path);
    for (let at = shape.indexOf('/{}'); at !== -1; at = shape.indexOf('/{}', at + 1)) {
      const item = shape.slice(0, at + 3);
      if (!first.has(item)) first.set(item, operation);
    }
  }
  return first;
}
