import type { ApiModel, Operation } from '../openapi/model';
import { pathShape } from '../openapi/path-template';

/**
 * Pairs the operations of two models: by identity, else by method and path, else by method and path with other
 * variable names. Each operation is used once.
 */
export function matchOperations(before: ApiModel, after: ApiModel): Map<Operation, Operation> {
  const pairs = new Map<Operation, Operation>();
  const left = new Set(before.operations);
  const keys: ((operation: Operation) => string)[] = [
    ({ id }) => id,
    ({ method, path }) => `${method} ${path}`,
    ({ method, path }) => `${method} ${pathShape(path)}`,
  ];
  for (const key of keys) {
    const old = new Map([...left].map((operation) => [key(operation), operation]));
    for (const operation of after.operations) {
      const partner = old.get(key(operation));
      if (pairs.has(operation) || !partner || !left.delete(partner)) continue;
      pairs.set(operation, partner);
    }
  }
  return pairs;
}
