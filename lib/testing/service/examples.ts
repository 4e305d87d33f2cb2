import type { Json } from '../../core/json';

import { escapeToken, isObject } from './document';

export interface Example {
  /** JSON Pointer of the schema beside which it stands. */
  schema: string;
  value: Json;
}

/** Every example of a document that stands beside a schema. */
export function examplesIn(node: Json, pointer = ''): Example[] {
  if (Array.isArray(node))
    return node.flatMap((child, index) => examplesIn(child, `${pointer}/${String(index)}`));
  if (!isObject(node)) return [];
  const { example, examples } = node;
  const schema = `${pointer}/schema`;
  const own: Example[] = [];
  if ('schema' in node && example !== undefined) own.push({ schema, value: example });
  if ('schema' in node && isObject(examples)) {
    for (const one of Object.values(examples))
      if (isObject(one)) own.push({ schema, value: one['value'] ?? null });
  }
  if (!('schema' in node) && Array.isArray(examples)) {
    own.push(...examples.map((value) => ({ schema: pointer, value })));
  }
  const children = Object.entries(node).filter(([name]) => name !== 'example' && name !== 'examples');
  return [
    ...own,
    ...children.flatMap(([name, child]) => examplesIn(child, `${pointer}/${escapeToken(name)}`)),
  ];
}
