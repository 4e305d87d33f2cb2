import type { SpecInput } from './read-spec';

import { readDocument } from '#lib/core/openapi/read-document';
import type { OperationChange } from '#lib/core/spec-diff/change';
import { diffModels } from '#lib/core/spec-diff/diff-models';

/**
 * What is different between two documents, operation by operation; nothing is said of operations that are the same.
 * @throws AppError `invalid_document`
 */
export async function diffSpecs(before: SpecInput, after: SpecInput): Promise<OperationChange[]> {
  const old = await readDocument(before);
  const now = await readDocument(after);
  return diffModels(old.model, now.model).operations;
}
