import { afterEach, beforeEach, expect, it } from 'vitest';

import { insertRows } from './insert-rows';

import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase();
});
afterEach(() => test.close());

const at = new Date('2026-05-01T12:00:00.123Z');
const text = `it's "quoted" 宠物 😀 \\ \n\t{"a":1} [1] null $[0]`;

it('stores what createMany stores', async () => {
  const row = { id: 'a', slug: text, name: '', createdAt: at, archivedAt: null };
  await test.db.$transaction((tx) => insertRows(tx, 'Api', [row]));
  await test.db.api.createMany({ data: [{ ...row, id: 'b', slug: 'b' }] });
  const [a, b] = await test.db.$queryRaw<object[]>`SELECT *, typeof("createdAt") FROM "Api" ORDER BY "id"`;
  expect({ ...a, id: '', slug: '' }).toEqual({ ...b, id: '', slug: '' });
  expect(await test.db.api.findUnique({ where: { id: 'a' } })).toEqual(row);
});

it('takes JSON, numbers and booleans, and leaves defaults to the database', async () => {
  const { id: apiId } = await test.db.api.create({ data: { slug: 's', name: 'n' } });
  const json = [{ text, deep: [null, true, 1.5] }];
  const base = { apiId, title: 't', dialect: 'd', hash: 'h', text, format: 'json', label: '1', changes: [] };
  const rows = Array.from({ length: 1201 }, (_, index) => ({
    ...base,
    id: `v${index}`,
    number: index,
    operationCount: -index,
    diagnostics: json,
    createdAt: at,
  }));
  await test.db.$transaction(async (tx) => {
    await insertRows(tx, 'SpecVersion', rows);
    await insertRows(tx, 'SpecVersion', []);
  });
  expect(await test.db.specVersion.count()).toBe(1201);
  expect(await test.db.specVersion.findUnique({ where: { id: 'v1200' } })).toEqual(rows[1200]);
  const { id: generationId } = await test.db.generation.create({
    data: { apiId, specVersionId: 'v0', number: 1, settings: {} },
  });
  const operation = { generationId, method: 'get', path: '/', change: 'added', changes: [], excerpts: json };
  await test.db.$transaction((tx) =>
    insertRows(tx, 'SpecOperation', [
      { ...operation, id: 'x', key: 'x', position: 0, breaking: true },
      { ...operation, id: 'y', key: 'y', position: 1, breaking: false },
    ]),
  );
  expect(await test.db.specOperation.findMany({ orderBy: { position: 'asc' } })).toMatchObject([
    { breaking: true, excerpts: json, summary: null },
    { breaking: false },
  ]);
});

it('stores none of the rows when one of them is refused', async () => {
  const insert = test.db.$transaction((tx) =>
    insertRows(tx, 'Api', [
      { id: 'a', slug: 'same', name: 'n' },
      { id: 'b', slug: 'same', name: 'n' },
    ]),
  );
  await expect(insert).rejects.toThrow();
  expect(await test.db.api.count()).toBe(0);
});
