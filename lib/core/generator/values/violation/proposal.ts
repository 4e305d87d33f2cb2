import type { Json } from '../../../json';
import type { SchemaObject } from '../../../openapi/model';
import type { Bench } from '../bench';
import type { Location } from '../pin';
import type { Delta } from '../types';

/** A rule to break: the first of the deltas that breaks it, and nothing else, becomes the violation. */
export interface Proposal {
  keyword: string;
  limit: Json;
  node: SchemaObject;
  id: string;
  deltas: Iterable<Delta>;
  /** Where the broken rule is reported. */
  at: (string | number)[];
}

/** Why nothing is proposed for a keyword. */
export interface Refusal {
  keyword: string;
  node: SchemaObject;
  reason: string;
}

export type Proposer = (bench: Bench, location: Location, node: SchemaObject) => Iterable<Proposal | Refusal>;

/** A proposal to replace a member by one of several values. */
export function replacing(
  location: Location,
  node: SchemaObject,
  keyword: string,
  limit: Json,
  id: string,
  values: Iterable<Json>,
): Proposal {
  return { keyword, limit, node, id, deltas: settings(location.path, values), at: location.path };
}

function* settings(path: Delta['path'], values: Iterable<Json>): Generator<Delta> {
  for (const value of values) yield { op: 'set', path, value };
}
