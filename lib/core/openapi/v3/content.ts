import { readExamples } from '../examples';
import { entries } from '../members';
import type { Encoding, MediaType } from '../model';
import { child, setOwn, type Node } from '../node';
import type { Scope } from '../scope';

import { readEncoding } from './parameter-style';

/** The media types of a `content` member, in document order (OpenAPI 3.1, section 4.8.14). */
export function readContent(scope: Scope, node: Node): MediaType[] {
  return entries(scope.reader, node, 'content').flatMap(([name, member]) => {
    // The map takes no extensions, but people write some; a media type has a slash.
    if (name.startsWith('x-') && !name.includes('/')) return [];
    const described = scope.reader.follow(member);
    if (!described) return [];
    if (!mediaRange.test(name.trim())) {
      scope.reader.report(
        'warning',
        'invalid-media-type',
        member,
        `"${name}" is no media type; what it describes is left out.`,
        'Write type/subtype, such as application/json.',
      );
      return [];
    }
    return [readMediaType(scope, name, described)];
  });
}

/** `type/subtype` with parameters (RFC 9110, section 8.3.1); ranges such as `image/*` as well. */
const mediaRange = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;[\x20-\x7e]*)?$/;

function readMediaType(scope: Scope, name: string, node: Node): MediaType {
  const { reader, schemas, leftOut } = scope;
  const encoding: Record<string, Encoding> = {};
  for (const [part, member] of entries(reader, node, 'encoding')) {
    setOwn(encoding, part, readEncoding(scope, member));
  }
  for (const positional of ['prefixEncoding', 'itemEncoding']) {
    const place = child(node, positional);
    if (place)
      leftOut.add(place, `${positional} of ${name}`, 'parts without a name are written as they come');
  }
  const schema = child(node, 'schema');
  const itemSchema = child(node, 'itemSchema');
  if (itemSchema) leftOut.add(itemSchema, `items of ${name}`, 'the items of a stream are not checked');
  return {
    mediaType: name.trim().toLowerCase(),
    ...(schema ? { schema: schemas.schema(schema) } : {}),
    ...(itemSchema ? { itemSchema: schemas.schema(itemSchema) } : {}),
    examples: readExamples(scope, node, name),
    encoding,
    source: { file: node.file, pointer: node.pointer },
  };
}
