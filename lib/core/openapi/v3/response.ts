import { entries, raw } from '../members';
import type { ApiResponse, Link } from '../model';
import { child, isObject, setOwn, type Node, type ObjectNode } from '../node';
import type { Scope } from '../scope';

import { readContent } from './content';
import { readHeaders } from './headers';

/** Where a link leads, as written; the target is looked up when all operations are known. */
export interface WrittenLink extends Link {
  target: { operationId?: string; operationRef?: string };
}

/** The parts of a Response Object that differ between versions (OpenAPI 3.1, section 4.8.17). */
export function readResponseDetails(
  scope: Scope,
  node: ObjectNode,
): Pick<ApiResponse, 'content' | 'headers'> & { links: WrittenLink[] } {
  const { reader } = scope;
  return {
    content: readContent(scope, node),
    headers: readHeaders(scope, node),
    links: entries(reader, node, 'links').flatMap(([name, member]) => {
      const link = reader.follow(member);
      return link ? [readLink(scope, name, link)] : [];
    }),
  };
}

/** A Link Object (OpenAPI 3.1, section 4.8.20). */
function readLink({ leftOut }: Scope, name: string, node: Node): WrittenLink {
  const server = child(node, 'server');
  if (server) leftOut.add(server, `server of link ${name}`, 'the link is followed on the same base URL');
  const { operationId, operationRef, parameters } = isObject(node.value) ? node.value : {};
  const requestBody = raw(node, 'requestBody');
  const values: Link['parameters'] = {};
  if (isObject(parameters)) for (const [key, value] of Object.entries(parameters)) setOwn(values, key, value);
  return {
    name,
    parameters: values,
    ...(requestBody === undefined ? {} : { requestBody }),
    source: { file: node.file, pointer: node.pointer },
    target: {
      ...(typeof operationId === 'string' ? { operationId } : {}),
      ...(typeof operationRef === 'string' ? { operationRef } : {}),
    },
  };
}
