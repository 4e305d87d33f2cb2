import { afterEach, beforeEach, expect, it } from 'vitest';

import { createApi, createGeneration } from './factories';
import { sampleDocument, sampleOperations } from './sample-suite';
import { openTestDatabase } from './test-database';
import type { TestDatabase } from './test-database';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase();
});
afterEach(() => test.close());

it('repeats the sample in review order with unique keys', async () => {
  const api = await createApi(test.db);
  const { cases } = await createGeneration(test.db, { apiId: api.id, copies: 3 });
  expect(cases).toHaveLength(15);
  expect(new Set(cases.map((entry) => entry.key)).size).toBe(15);
  expect(cases.map((entry) => entry.position)).toEqual(cases.map((_, index) => index));
});

it('cites lines of the document that say what the case is about', () => {
  const lines = sampleDocument.split('\n');
  const cited = sampleOperations
    .flatMap((operation) => operation.cases)
    .flatMap((entry) => entry.marks.flatMap((mark) => mark.sources))
    .map((source) => lines[source.line - 1]?.trim());
  expect(cited).toEqual(["'201':", 'minimum: 1', 'maximum: 99', 'maxLength: 280', '- name: limit', "'404':"]);
});
