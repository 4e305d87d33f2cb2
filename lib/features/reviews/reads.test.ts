import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { addComment } from './add-comment';
import { decideCases } from './decide-cases';
import { getGeneration } from './get-generation';
import { listQueue } from './list-queue';

import { contextFor, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let context: Context;

beforeEach(async () => {
  test = await openTestDatabase();
  context = contextFor(test.db, await createUser(test.db, { name: 'Mei' }));
});
afterEach(() => test.close());

describe('listQueue', () => {
  it('counts what is decided, breaking endpoints first', async () => {
    const api = await createApi(test.db, { slug: 'shop', name: 'Shop' });
    await createApi(test.db, { name: 'Empty' });
    const { generation, cases } = await createGeneration(test.db, { apiId: api.id });
    await test.db.specOperation.updateMany({
      where: { key: 'getOrder' },
      data: { change: 'changed', breaking: true },
    });
    await decideCases(context, { verdict: 'approve', cases: cases.slice(0, 1) });
    const queue = await listQueue(context);
    expect(queue.map((entry) => entry.name)).toEqual(['Empty', 'Shop']);
    expect(queue[0]).not.toHaveProperty('generation');
    expect(queue[1]?.generation).toMatchObject({
      id: generation.id,
      specLabel: '1.1.0',
      counts: { total: 5, pending: 4, approved: 1, rejected: 0 },
      gates: { syntax: 'not-run' },
      changedEndpoints: 3,
      breakingEndpoints: 1,
    });
    expect(queue[1]?.generation?.endpoints).toMatchObject([
      { path: '/orders/{orderId}', breaking: true, counts: { total: 1 } },
      { path: '/orders', method: 'post', counts: { total: 3, approved: 1 } },
      { path: '/orders', method: 'get' },
    ]);
  });

  it('keeps the last ready generation in view while the next one runs', async () => {
    const api = await createApi(test.db);
    await createGeneration(test.db, { apiId: api.id });
    const next = await createGeneration(test.db, { apiId: api.id, state: 'running' });
    await test.db.generation.update({
      where: { id: next.generation.id },
      data: { progress: { done: 2, total: 9, step: 'render' } },
    });
    const [entry] = await listQueue(context);
    expect(entry?.generation).toMatchObject({ number: 1, state: 'ready' });
    expect(entry?.upcoming).toMatchObject({ number: 2, state: 'running', progress: { step: 'render' } });
  });

  it('shows a first generation that failed, and no archived API', async () => {
    const api = await createApi(test.db);
    const archived = await createApi(test.db);
    await test.db.api.update({ where: { id: archived.id }, data: { archivedAt: new Date() } });
    const { generation } = await createGeneration(test.db, { apiId: api.id, state: 'failed' });
    await test.db.generation.update({ where: { id: generation.id }, data: { error: 'No operations.' } });
    expect(await listQueue(context)).toMatchObject([
      { id: api.id, generation: { state: 'failed', error: 'No operations.' } },
    ]);
  });
});

describe('getGeneration', () => {
  it('lists 2,000 cases in order, without code', async () => {
    const api = await createApi(test.db);
    const { generation, cases } = await createGeneration(test.db, { apiId: api.id, copies: 400 });
    const view = await getGeneration(context, { generationId: generation.id });
    expect(view.cases.map((row) => row.id)).toEqual(cases.map((row) => row.id));
    expect(view.operations).toHaveLength(1200);
    expect(view.cases[0]).not.toHaveProperty('code');
    expect(view.cases[0]).toMatchObject({ state: 'pending', comments: 0, carriedOver: false });
  });

  it('tells comments, carried-over decisions, gates, gaps and the version before', async () => {
    const api = await createApi(test.db);
    await createGeneration(test.db, { apiId: api.id });
    const { generation, cases } = await createGeneration(test.db, { apiId: api.id });
    const [first, second] = cases;
    await addComment(context, { caseId: first?.id ?? '', body: 'Hm' });
    await test.db.decision.create({
      data: {
        caseId: second?.id ?? '',
        verdict: 'approve',
        contentHash: '',
        previousState: 'pending',
        batchId: 'carried',
        carriedOver: true,
        actorName: 'Tom',
        via: 'system',
      },
    });
    const gap = { construct: 'webhooks', reason: 'not tested', source: { file: '', pointer: '/webhooks' } };
    const diagnostic = { severity: 'warning', code: 'odd', message: 'Odd.', source: gap.source };
    const passed = { syntax: 'passed', lint: 'passed', compile: 'not-run', collect: 'not-run' };
    await test.db.generation.update({
      where: { id: generation.id },
      data: { gaps: [gap], diagnostics: [diagnostic], gates: { ...passed, detail: 'No Python.' } },
    });
    const view = await getGeneration(context, { generationId: generation.id });
    expect(view).toMatchObject({
      number: 2,
      spec: { label: '1.2.0', previousLabel: '1.1.0', dialect: 'openapi-3.1' },
      gates: { syntax: 'passed', detail: 'No Python.' },
      diagnostics: [diagnostic],
      gapCount: 1,
    });
    expect(view.cases.slice(0, 2)).toMatchObject([{ comments: 1 }, { carriedOver: true }]);
  });

  it('points from a replaced generation to the newer one', async () => {
    const api = await createApi(test.db);
    const old = await createGeneration(test.db, { apiId: api.id, state: 'superseded' });
    const { generation } = await createGeneration(test.db, { apiId: api.id });
    const view = await getGeneration(context, { generationId: old.generation.id });
    expect(view.newer).toEqual({ id: generation.id, number: 2 });
  });

  it('does not know every id, and no stranger', async () => {
    await expect(getGeneration(context, { generationId: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(listQueue(contextFor(test.db))).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
