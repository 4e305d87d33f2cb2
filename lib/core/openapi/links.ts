import type { SourceRef } from '../diagnostics';

import type { Operation } from './model';
import type { WrittenOperation } from './operation';
import { tokensOf } from './pointer';
import type { Scope } from './scope';

/** Gives each link the id of the operation it names, now that all are known (OpenAPI 3.1, section 4.8.20). */
export function connectLinks({ reader }: Scope, operations: WrittenOperation[]): Operation[] {
  const byOperationId = new Map(operations.map((one) => [one.operationId, one.id]));
  const byPlace = new Map(operations.map((one) => [placeText(one.source), one.id]));
  const byName = new Map(operations.map((one) => [`${one.method} ${one.path}`, one.id]));
  const find = (from: SourceRef, target: { operationId?: string; operationRef?: string }) => {
    if (target.operationId !== undefined) return byOperationId.get(target.operationId);
    if (target.operationRef === undefined) return undefined;
    const place = reader.find(from, target.operationRef);
    // A path item may stand elsewhere than the path that refers to it.
    const [home, path, method] = place?.file === '' ? tokensOf(place.pointer) : [];
    const named = home === 'paths' ? byName.get(`${method ?? ''} ${path ?? ''}`) : undefined;
    return named ?? (place && byPlace.get(placeText(place)));
  };
  return operations.map((operation) => ({
    ...operation,
    responses: operation.responses.map((response) => ({
      ...response,
      links: response.links.map(({ target, ...link }) => {
        const id = find(link.source, target);
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

function placeText({ file, pointer }: SourceRef): string {
  return `${file}#${pointer}`;
}
