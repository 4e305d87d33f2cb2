import type { SpecInput, SpecReading } from './read-spec';

import type { OperationChange } from '#lib/core/spec-diff/change';

/** Heavy reading of documents, done where it keeps nobody waiting. */
export interface SpecWork {
  readSpec(input: SpecInput, signal: AbortSignal): Promise<SpecReading>;
  /** Changes per operation from one text to the next. */
  diffSpecs(before: SpecInput, after: SpecInput, signal: AbortSignal): Promise<OperationChange[]>;
}
