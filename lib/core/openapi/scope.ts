import type { LeftOutLog } from './left-out';
import type { Reader } from './reader';
import type { SchemaNormaliser } from './schema/normalise';

/** What the readers of OpenAPI objects work with. */
export interface Scope {
  reader: Reader;
  schemas: SchemaNormaliser;
  leftOut: LeftOutLog;
}
