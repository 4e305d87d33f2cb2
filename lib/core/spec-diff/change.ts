import type { SourceRef } from '../diagnostics';
import type { HttpMethod } from '../openapi/model';

/** One thing that is different, for people. */
export interface Change {
  /** Stable kebab-case name of the kind of change, e.g. `parameter-added`. */
  kind: string;
  /** One sentence in plain words, e.g. `Request body quantity: minimum 1 became 2.` */
  message: string;
  /** Whether a client that obeyed the old document may fail against the new one. */
  breaking: boolean;
  source: SourceRef;
  /** The version that `source` points into: the new one, or the old one for what is gone. */
  side: 'before' | 'after';
}

export interface OperationChange {
  /** `Operation.id` in the new version; in the old one where the operation is gone. */
  id: string;
  method: HttpMethod;
  path: string;
  status: 'added' | 'removed' | 'changed';
  breaking: boolean;
  changes: Change[];
}

export interface SpecDiff {
  /** Operations of the new version in its order, then those that are gone. */
  operations: OperationChange[];
  /** Ids (in the new version) of operations that are the same. */
  unchanged: string[];
  /** What concerns the API as a whole, such as its servers. */
  document: Change[];
}

/** A request may ask for less and a response may promise more: that is what old clients can live with. */
export type Direction = 'request' | 'response';
