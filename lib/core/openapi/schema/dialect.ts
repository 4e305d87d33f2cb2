import { text } from '../members';
import { child, type Node } from '../node';
import type { Reader } from '../reader';

const drafts = /^https?:\/\/json-schema\.org\/draft-0[3467]\/(?:hyper-)?schema#?$/;
const known =
  /^https?:\/\/(?:json-schema\.org\/draft\/20(?:19-09|20-12)\/schema|spec\.openapis\.org\/oas\/3\.[12]\/)/;

/**
 * Whether members beside a `$ref` count for nothing: so in Swagger 2.0 and OpenAPI 3.0, and in schemas that say by
 * `jsonSchemaDialect` (OpenAPI 3.1, section 4.8.24.7) that they are of a draft up to 7. Dialects that nobody knows are
 * reported.
 */
export function readSchemaDialect(reader: Reader, root: Node): boolean {
  if (reader.dialect === 'swagger-2.0' || reader.dialect === 'openapi-3.0') return true;
  const dialect = text(reader, root, 'jsonSchemaDialect');
  if (dialect === undefined) return false;
  if (drafts.test(dialect)) return true;
  if (!known.test(dialect)) {
    reader.report(
      'info',
      'unknown-schema-dialect',
      child(root, 'jsonSchemaDialect') ?? root,
      `Schemas of the dialect ${dialect} are read as JSON Schema 2020-12.`,
      'Keywords of its own have no effect on tests.',
    );
  }
  return false;
}
