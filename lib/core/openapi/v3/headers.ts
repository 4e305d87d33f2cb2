import { entries, flag } from '../members';
import type { ResponseHeader } from '../model';
import { child, type Node, type ObjectNode } from '../node';
import type { Scope } from '../scope';

/** The headers of a response or of a part of a multipart body (OpenAPI 3.1, section 4.8.21). */
export function readHeaders(scope: Scope, node: Node): ResponseHeader[] {
  return entries(scope.reader, node, 'headers').flatMap(([name, member]) => {
    const header = scope.reader.follow(member);
    return header ? [readHeader(scope, name, header)] : [];
  });
}

function readHeader(scope: Scope, name: string, node: ObjectNode): ResponseHeader {
  const [content] = entries(scope.reader, node, 'content');
  const described = content && scope.reader.follow(content[1]);
  const written = child(node, 'schema') ?? (described && child(described, 'schema'));
  return {
    name,
    required: flag(scope.reader, node, 'required') ?? false,
    schema: written ? scope.schemas.schema(written) : true,
    source: { file: node.file, pointer: node.pointer },
  };
}
