import type { HttpMethod } from './model';
import { child, type Node } from './node';

/** The vendor's link to an operation ends with an id that survives a rename: `…/apis/api-123-run`. */
function vendorId(operation: Node): string | undefined {
  const link = vendorText(operation, 'x-run-in-apifox') ?? vendorText(operation, 'x-run-in-apidog');
  return link && /api-([\w-]+?)(?:-run)?\/?$/.exec(link)?.[1];
}

/** A text extension of an operation, if it is one. */
export function vendorText(operation: Node, name: string): string | undefined {
  const value = child(operation, name)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Stable identity: the id in `x-run-in-apifox`, else `operationId`, else method and path. */
export function operationIdentity(operation: Node, method: HttpMethod, path: string): string {
  return vendorId(operation) ?? vendorText(operation, 'operationId') ?? `${method.toUpperCase()} ${path}`;
}
