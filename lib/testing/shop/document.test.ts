import { describe, expect, it } from 'vitest';

import type { Json } from '../../core/json';

import { escapeToken, isObject, readShopDocument } from './document';
import { SchemaCheck } from './schemas';

const versions = ['shop.openapi.yaml', 'shop-v1.1.openapi.yaml'];
const methods = ['get', 'put', 'post', 'patch', 'delete'];

interface Example {
  schema: string;
  value: Json;
}

/** Every example that stands beside a schema, with the JSON Pointer of that schema. */
function examplesIn(node: Json, pointer = ''): Example[] {
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

describe.each(versions)('the sample document %s', (file) => {
  const document = readShopDocument(file);

  it('gives only examples that its schemas allow', () => {
    const check = new SchemaCheck(document, 'request');
    const examples = examplesIn(document);
    expect(examples.length).toBeGreaterThan(40);
    expect(examples.flatMap(({ schema, value }) => check.breaches(schema, value))).toEqual([]);
  });

  it('names each operation once', () => {
    const ids = Object.values(isObject(document['paths']) ? document['paths'] : {}).flatMap((item) =>
      methods.map((method) =>
        isObject(item) && isObject(item[method]) ? item[method]['operationId'] : undefined,
      ),
    );
    const given = ids.filter((id) => id !== undefined);
    expect(given.length).toBe(file === versions[0] ? 18 : 20);
    expect(new Set(given).size).toBe(given.length);
  });
});
