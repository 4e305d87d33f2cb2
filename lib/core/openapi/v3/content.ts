import { readExamples } from '../examples';
import { entries } from '../members';
import type { Encoding, MediaType } from '../model';
import { child, setOwn, type Node } from '../node';
import type { Scope } from '../scope';

import { readEncoding } from './parameter-style';

/** The media types of a `content` member, in document order (OpenAPI 3.1, section 4.8.14). */
export function readContent(scope: Scope, node: Node): MediaType[] {
  return entries(scope.reader, node, 'content', { extensions: false }).flatMap(([name, member]) => {
    const described = scope.reader.follow(member);
    return described ? [readMediaType(scope, name, described)] : [];
  });
}

function readMediaType(scope: Scope, name: string, node: Node): MediaType {
  const encoding: Record<string, Encoding> = {};
  for (const [part, member] of entries(scope.reader, node, 'encoding', { extensions: false })) {
    setOwn(encoding, part, readEncoding(scope, member));
  }
  // OpenAPI 3.2 describes each item of a stream by itemSchema: the body as a whole has no schema then.
  const schema = child(node, 'schema');
  return {
    mediaType: name.trim().toLowerCase(),
    ...(schema ? { schema: scope.schemas.schema(schema) } : {}),
    examples: readExamples(scope, node),
    encoding,
    source: { file: node.file, pointer: node.pointer },
  };
}
