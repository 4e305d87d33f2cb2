import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import type { Token } from './contract';
import { decideCases } from './decide-cases';
import { getOperation } from './get-operation';

import { contextFor, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { sampleDocument } from '#lib/testing/sample-suite';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let context: Context;
let apiId: string;

beforeEach(async () => {
  test = await openTestDatabase();
  context = contextFor(test.db, await createUser(test.db));
  apiId = (await createApi(test.db)).id;
});
afterEach(() => test.close());

const text = (lines: Token[][]) => lines.map((line) => line.map((token) => token.text).join('')).join('\n');

describe('getOperation', () => {
  it('shows the document with its real line numbers, and the code of each case', async () => {
    const { generation, cases } = await createGeneration(test.db, { apiId });
    const operationId = cases[0]?.operationId ?? '';
    const detail = await getOperation(context, { generationId: generation.id, operationId });
    const document = sampleDocument.split('\n');
    for (const excerpt of detail.excerpts) {
      const from = excerpt.startLine - 1;
      expect(text(excerpt.lines)).toBe(document.slice(from, from + excerpt.lines.length).join('\n'));
    }
    expect(detail.cases.map((entry) => entry.id)).toEqual(cases.slice(0, 3).map((entry) => entry.id));
    for (const entry of detail.cases) {
      expect(text(entry.lines)).toBe(entry.code);
      expect(entry).not.toHaveProperty('previousCode');
    }
    const [mark] = detail.cases[1]?.marks ?? [];
    expect(document[(mark?.sources[0]?.line ?? 0) - 1]).toContain('minimum: 1');
    expect(detail.cases[1]?.code.split('\n')[(mark?.line ?? 0) - 1]).toContain('below-minimum-1');
  });

  it('gives the code as last approved where it differs now', async () => {
    for (const bound of [90, 95]) {
      const old = await createGeneration(test.db, {
        apiId,
        change: (sample) => ({ ...sample, code: sample.code.replace('100, id', `${bound}, id`) }),
      });
      await decideCases(context, { verdict: 'approve', cases: old.cases });
    }
    const { generation, cases } = await createGeneration(test.db, { apiId });
    const operationId = cases[0]?.operationId ?? '';
    const detail = await getOperation(context, { generationId: generation.id, operationId });
    expect(detail.cases.map((entry) => entry.previousCode?.includes('95, id'))).toEqual([
      undefined,
      true,
      undefined,
    ]);
  });

  it('shows the parts of the document that a changed endpoint had before', async () => {
    const old = await createGeneration(test.db, { apiId, state: 'superseded' });
    const { generation, cases } = await createGeneration(test.db, { apiId });
    const part = (pointer: string, text: string) => ({
      title: pointer,
      file: '',
      pointer,
      startLine: 7,
      text,
    });
    const operationId = cases[0]?.operationId ?? '';
    const now = await test.db.specOperation.update({
      where: { id: operationId },
      data: {
        change: 'changed',
        excerpts: [part('/same', 'a'), part('/new', 'n'), part('/limit', 'max: 5')],
      },
    });
    await test.db.specOperation.updateMany({
      where: { generationId: old.generation.id, key: now.key },
      data: { excerpts: [part('/gone', 'g'), part('/limit', 'max: 9'), part('/same', 'a')] },
    });
    const read = () => getOperation(context, { generationId: generation.id, operationId });
    expect((await read()).documentChanges).toEqual([
      { title: '/new', file: '', pointer: '/new', after: { text: 'n', startLine: 7 } },
      {
        title: '/limit',
        file: '',
        pointer: '/limit',
        before: { text: 'max: 9', startLine: 7 },
        after: { text: 'max: 5', startLine: 7 },
      },
      { title: '/gone', file: '', pointer: '/gone', before: { text: 'g', startLine: 7 } },
    ]);
    await test.db.generation.update({ where: { id: old.generation.id }, data: { state: 'failed' } });
    expect((await read()).documentChanges).toEqual([]);
  });

  it('reads a part of another file by its name', async () => {
    const { generation, cases } = await createGeneration(test.db, { apiId });
    const operationId = cases[0]?.operationId ?? '';
    const excerpt = { title: 'Schema', pointer: '/Order', startLine: 3, text: '"type": "object"' };
    await test.db.specOperation.update({
      where: { id: operationId },
      data: { excerpts: ['order.json', 'order.yaml'].map((file) => ({ ...excerpt, file })) },
    });
    const { excerpts } = await getOperation(context, { generationId: generation.id, operationId });
    expect(excerpts.map((entry) => [entry.file, text(entry.lines)])).toEqual([
      ['order.json', excerpt.text],
      ['order.yaml', excerpt.text],
    ]);
  });

  it('does not show an operation under another generation', async () => {
    const { cases } = await createGeneration(test.db, { apiId });
    const other = await createGeneration(test.db, { apiId });
    await expect(
      getOperation(context, {
        generationId: other.generation.id,
        operationId: cases[0]?.operationId ?? '',
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
