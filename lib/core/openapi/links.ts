import type { Operation } from './model';
import type { WrittenOperation } from './operation';
import { tokensOf, percentDecode } from './pointer';
import type { Scope } from './scope';

/** Gives each link the id of the operation it names, now that all are known (OpenAPI 3.1, section 4.8.20). */
export function connectLinks({ reader }: Scope, operations: WrittenOperation[]): Operation[] {
  const byOperationId = new Map(operations.map((one) => [one.operationId, one.id]));
  const byPlace = new Map(operations.map((one) => [`${one.method} ${one.path}`, one.id]));
  const find = (target: { operationId?: string; operationRef?: string }) => {
    if (target.operationId !== undefined) return byOperationId.get(target.operationId);
    const [home, path, method] = tokensOf(percentDecode(target.operationRef?.split('#')[1] ?? ''));
    return home === 'paths' ? byPlace.get(`${method ?? ''} ${path ?? ''}`) : undefined;
  };
  return operations.map((operation) => ({
    ...operation,
    responses: operation.responses.map((response) => ({
      ...response,
      links: response.links.map(({ target, ...link }) => {
        const id = find(target);
        if (id !== undefined) return { ...link, operation: id };
        reader.report(
          'warning',
          'unknown-link-target',
          link.source,
          `The link "${link.name}" names no operation of this document.`,
          'Give the operationId of an operation that exists.',
        );
        return link;
      }),
    })),
  }));
}
