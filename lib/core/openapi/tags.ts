import { items, text } from './members';
import type { ApiTag } from './model';
import { isObject, type Node } from './node';
import type { Scope } from './scope';

/** The tags that a document describes (OpenAPI 3.2, section 4.22; `parent`, `kind` and `summary` are new there). */
export function readTags({ reader }: Scope, root: Node): ApiTag[] {
  return items(reader, root, 'tags').flatMap((node) => {
    if (!isObject(node.value)) {
      reader.wrongType(node, 'an object with a name');
      return [];
    }
    const name = text(reader, node, 'name');
    if (name === undefined) return [];
    const tag: ApiTag = { name };
    for (const member of ['summary', 'description', 'parent', 'kind'] as const) {
      const value = text(reader, node, member);
      if (value !== undefined) tag[member] = value;
    }
    return [tag];
  });
}
