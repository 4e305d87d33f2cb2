import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { decideCases } from './decide-cases';
import { undoDecision } from './undo-decision';

import type { Verdict } from '#lib/core/review/states';
import { casesOf, contextFor, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

type User = Awaited<ReturnType<typeof createUser>>;

let test: TestDatabase;
let generationId: string;
let mei: User;
let tom: User;

beforeEach(async () => {
  test = await openTestDatabase();
  mei = await createUser(test.db, { name: 'Mei' });
  tom = await createUser(test.db, { name: 'Tom' });
  const api = await createApi(test.db);
  generationId = (await createGeneration(test.db, { apiId: api.id })).generation.id;
});
afterEach(() => test.close());

async function decide(user: User, verdict: Verdict, from: number, to: number): Promise<string> {
  const cases = (await casesOf(test.db, generationId)).slice(from, to);
  const input = {
    verdict,
    cases: cases.map(({ id, revision, contentHash }) => ({ id, revision, contentHash })),
  };
  const result = await decideCases(
    contextFor(test.db, user),
    verdict === 'reject' ? { ...input, reason: 'duplicate', note: 'twice' } : input,
  );
  return result.batchId ?? '';
}
const undo = (user: User, batchId: string) => undoDecision(contextFor(test.db, user), { batchId });
const states = async () => (await casesOf(test.db, generationId)).map((entry) => entry.state);

describe('undoDecision', () => {
  it('takes a whole batch back and tells it', async () => {
    const batchId = await decide(mei, 'approve', 0, 5);
    const result = await undo(mei, batchId);
    expect(result.restored).toHaveLength(5);
    expect(result.restored[0]).toMatchObject({ state: 'pending', revision: 2 });
    expect(result.restored[0]).not.toHaveProperty('decidedBy');
    expect(await test.db.auditEntry.findFirst({ where: { action: 'case.undo' } })).toMatchObject({
      details: { cases: 5 },
    });
    expect(await test.db.liveEvent.count()).toBe(2);
  });

  it('gives a turned case back to who had decided it', async () => {
    await decide(tom, 'reject', 0, 1);
    const batchId = await decide(mei, 'approve', 0, 1);
    const { restored } = await undo(mei, batchId);
    expect(restored).toMatchObject([
      { state: 'rejected', decidedBy: 'Tom', rejectReason: 'duplicate', rejectNote: 'twice', revision: 3 },
    ]);
  });

  it('leaves alone what somebody decided since', async () => {
    const batchId = await decide(mei, 'approve', 0, 3);
    await decide(tom, 'reject', 1, 2);
    const result = await undo(mei, batchId);
    expect(result.restored).toHaveLength(2);
    expect(result.conflicts).toMatchObject([
      { case: { state: 'rejected' }, message: 'Tom has decided it since.' },
    ]);
    expect((await states()).slice(0, 3)).toEqual(['pending', 'rejected', 'pending']);
  });

  it('can be undone itself, once', async () => {
    const first = await decide(mei, 'approve', 0, 2);
    const { batchId = '' } = await undo(mei, first);
    await undo(mei, batchId);
    expect((await states()).slice(0, 2)).toEqual(['approved', 'approved']);
    const again = await undo(mei, first);
    expect(again.restored).toEqual([]);
    expect(again.conflicts).toHaveLength(2);
    expect(again).not.toHaveProperty('batchId');
  });

  it('does nothing to a generation that was replaced', async () => {
    const batchId = await decide(mei, 'approve', 0, 1);
    await test.db.generation.update({ where: { id: generationId }, data: { state: 'superseded' } });
    const result = await undo(mei, batchId);
    expect(result.conflicts[0]?.message).toMatch(/Generation 2 has replaced/);
    expect((await states())[0]).toBe('approved');
  });

  it('is for the own batch, or an administrator', async () => {
    const batchId = await decide(mei, 'approve', 0, 1);
    await expect(undo(tom, batchId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(undo(mei, 'unknown')).rejects.toMatchObject({ code: 'not_found' });
    const admin = await createUser(test.db, { role: 'admin' });
    expect((await undo(admin, batchId)).restored).toHaveLength(1);
  });
});
