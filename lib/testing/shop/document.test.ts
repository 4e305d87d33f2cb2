import { describe, expect, it } from 'vitest';

import { isObject } from '../service/document';
import { examplesIn } from '../service/examples';
import { SchemaCheck } from '../service/schemas';

import { readShopDocument } from './shop-document';

const versions = ['shop.openapi.yaml', 'shop-v1.1.openapi.yaml'];
const methods = ['get', 'put', 'post', 'patch', 'delete'];

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
