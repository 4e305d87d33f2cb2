import { describe, expect, it } from 'vitest';

import { examplesIn } from '../service/examples';
import { SchemaCheck } from '../service/schemas';

import { readLibraryDocument } from './library-document';

describe('the document of the lending library', () => {
  it('gives only examples that its schemas allow', () => {
    const document = readLibraryDocument();
    const check = new SchemaCheck(document, 'request');
    const examples = examplesIn(document);
    expect(examples.length).toBeGreaterThan(8);
    expect(examples.flatMap(({ schema, value }) => check.breaches(schema, value))).toEqual([]);
  });
});
