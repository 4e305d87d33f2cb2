import { statedLimit } from '../../generator/rules/reject-large-bodies';
import type { Operation } from '../../openapi/model';

/** How many bytes a body may have, where the document states it beside its 413. */
export function largestBody(operation: Operation): number | undefined {
  const tooLarge = operation.responses.find(({ status }) => status === '413');
  return (
    tooLarge && (statedLimit(tooLarge.description) ?? statedLimit(operation.requestBody?.description ?? ''))
  );
}
