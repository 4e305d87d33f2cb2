import type { Scope } from '../scope';

import { breakCycles } from './break-cycles';
import { reportEndless } from './endless';
import { mapSubtypes } from './subtypes';

/** Normalises all schemas that anything refers to, and settles what can be told only when all are there. */
export function completeSchemas({ reader, schemas }: Scope): void {
  const { registry } = schemas;
  registry.complete((place) => schemas.schema(place));
  breakCycles(reader, registry);
  mapSubtypes(registry);
  reportEndless(reader, registry);
}
