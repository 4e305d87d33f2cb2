import { flag, text } from '../members';
import type { RequestBody } from '../model';
import { child, type Node } from '../node';
import type { Scope } from '../scope';

import { readContent } from './content';

/** The Request Body Object of an operation, behind a reference or not (OpenAPI 3.1, section 4.8.13). */
export function readRequestBody(scope: Scope, operation: Node): RequestBody | undefined {
  const member = child(operation, 'requestBody');
  const node = member && scope.reader.follow(member);
  if (!node) return undefined;
  const description = text(scope.reader, node, 'description');
  return {
    required: flag(scope.reader, node, 'required') ?? false,
    ...(description === undefined ? {} : { description }),
    content: readContent(scope, node),
    source: { file: node.file, pointer: node.pointer },
  };
}
