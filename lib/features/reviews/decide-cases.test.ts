import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { DecideInput } from './contract';
import { decideCases } from './decide-cases';
import { undoDecision } from './undo-decision';

import { casesOf, contextFor, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

type Stored = Awaited<ReturnType<typeof casesOf>>[number];

let test: TestDatabase;
let apiId: string;
let generationId: string;
let cases: Stored[];
let mei: Awaited<ReturnType<typeof createUser>>;
let tom: Awaited<ReturnType<typeof createUser>>;

beforeEach(async () => {
  test = await openTestDatabase();
  mei = await createUser(test.db, { name: 'Mei' });
  tom = await createUser(test.db, { name: 'Tom' });
  apiId = (await createApi(test.db)).id;
  const created = await createGeneration(test.db, { apiId });
  generationId = created.generation.id;
  cases = created.cases;
});
afterEach(() => test.close());

function seen(entries: Stored[]): DecideInput['cases'] {
  return entries.map(({ id, revision, contentHash }) => ({ id, revision, contentHash }));
}
const states = async () => (await casesOf(test.db, generationId)).map((entry) => entry.state);

describe('decideCases', () => {
  it('approves what was seen, with decision, audit row and live event', async () => {
    const [first] = cases;
    const result = await decideCases(contextFor(test.db, mei), {
      verdict: 'approve',
      cases: seen(cases.slice(0, 1)),
    });
    expect(result).toMatchObject({
      decided: [
        {
          id: first?.id,
          state: 'approved',
          revision: 1,
          decidedBy: 'Mei',
          decidedByMe: true,
          carriedOver: false,
        },
      ],
      conflicts: [],
      skipped: 0,
    });
    expect(await test.db.decision.findMany()).toMatchObject([
      {
        caseId: first?.id,
        verdict: 'approve',
        previousState: 'pending',
        contentHash: first?.contentHash,
        actorName: 'Mei',
        via: 'web',
        batchId: result.batchId,
      },
    ]);
    expect(await test.db.auditEntry.findMany()).toMatchObject([
      { action: 'case.approve', subjectType: 'case', subjectId: first?.id, apiId, requestId: 'test-request' },
    ]);
    expect(await test.db.liveEvent.findMany()).toMatchObject([
      { topic: 'cases.decided', generationId, apiId, payload: { count: 1, caseIds: [first?.id] } },
    ]);
  });

  it('keeps the reason of a rejection and clears it with the next verdict', async () => {
    const context = contextFor(test.db, mei);
    const rejected = await decideCases(context, {
      verdict: 'reject',
      reason: 'bad-data',
      note: ' not a real SKU ',
      cases: seen(cases.slice(0, 1)),
    });
    expect(rejected.decided).toMatchObject([{ rejectReason: 'bad-data', rejectNote: 'not a real SKU' }]);
    const [row] = rejected.decided;
    const reopened = await decideCases(context, { verdict: 'reopen', cases: row ? [row] : [] });
    expect(reopened.decided).toMatchObject([{ state: 'pending', revision: 2 }]);
    for (const member of ['rejectReason', 'rejectNote', 'decidedBy', 'decidedAt']) {
      expect(reopened.decided[0]).not.toHaveProperty(member);
    }
  });

  it('gives the second of two reviewers a conflict and overwrites nothing', async () => {
    const one = seen(cases.slice(0, 1));
    const results = await Promise.all([
      decideCases(contextFor(test.db, mei), { verdict: 'approve', cases: one }),
      decideCases(contextFor(test.db, tom), { verdict: 'reject', reason: 'duplicate', cases: one }),
    ]);
    expect(results.map((result) => result.decided.length).sort()).toEqual([0, 1]);
    const [conflict] = results.flatMap((result) => result.conflicts);
    expect(conflict?.message).toMatch(/^(Mei has approved|Tom has rejected) it meanwhile\.$/);
    expect(conflict?.case.revision).toBe(1);
    expect(await test.db.decision.count()).toBe(1);
  });

  it('leaves rejected cases alone when a container is approved', async () => {
    const context = contextFor(test.db, mei);
    await decideCases(context, { verdict: 'reject', reason: 'other', cases: seen(cases.slice(1, 2)) });
    const now = await casesOf(test.db, generationId);
    const result = await decideCases(context, { verdict: 'approve', cases: seen(now), pendingOnly: true });
    expect(result.decided).toHaveLength(4);
    expect(result.skipped).toBe(1);
    expect(await states()).toEqual(['approved', 'rejected', 'approved', 'approved', 'approved']);
  });

  it('decides the sound ones of a selection and reports the stale ones', async () => {
    await decideCases(contextFor(test.db, tom), {
      verdict: 'reject',
      reason: 'unreadable',
      cases: seen(cases.slice(0, 1)),
    });
    const result = await decideCases(contextFor(test.db, mei), { verdict: 'approve', cases: seen(cases) });
    expect(result.decided).toHaveLength(4);
    expect(result.conflicts).toMatchObject([
      { case: { id: cases[0]?.id, state: 'rejected' }, message: 'Tom has rejected it meanwhile.' },
    ]);
    expect(await test.db.auditEntry.findMany({ where: { actorName: 'Mei' } })).toMatchObject([
      { subjectType: 'generation', subjectId: generationId, details: { cases: 4 } },
    ]);
  });

  it('names the newer generation when this one was replaced', async () => {
    await test.db.generation.update({ where: { id: generationId }, data: { state: 'superseded' } });
    await createGeneration(test.db, { apiId });
    const result = await decideCases(contextFor(test.db, mei), { verdict: 'approve', cases: seen(cases) });
    expect(result.decided).toEqual([]);
    expect(result.conflicts[0]?.message).toBe('Generation 2 has replaced this one: decide there.');
    expect(result).not.toHaveProperty('batchId');
  });

  it('decides 2,000 cases at once, takes them back and reports them stale', async () => {
    const big = await createGeneration(test.db, { apiId, copies: 400 });
    const result = await decideCases(contextFor(test.db, mei), {
      verdict: 'approve',
      cases: seen(big.cases),
      pendingOnly: true,
    });
    expect(result.decided).toHaveLength(2000);
    const event = await test.db.liveEvent.findFirstOrThrow();
    expect(event.payload).toMatchObject({ count: 2000 });
    expect(event.payload).not.toHaveProperty('caseIds');
    const undone = await undoDecision(contextFor(test.db, mei), { batchId: result.batchId ?? '' });
    expect(undone.restored).toHaveLength(2000);
    const late = await decideCases(contextFor(test.db, tom), { verdict: 'approve', cases: seen(big.cases) });
    expect(late.conflicts).toHaveLength(2000);
    expect(late.conflicts[0]?.message).toBe('It was decided and opened again since you looked.');
  });

  it('leaves no trace when the transaction fails', async () => {
    const context = contextFor(test.db, mei);
    const unknown = { id: 'gone', revision: 0, contentHash: 'x' };
    const decision = decideCases(context, { verdict: 'approve', cases: [...seen(cases), unknown] });
    await expect(decision).rejects.toMatchObject({ code: 'not_found' });
    // A failure after the writes rolls them back as well: the recorded person has been removed meanwhile.
    const removed = { ...mei, id: 'removed' };
    await expect(
      decideCases(contextFor(test.db, removed), { verdict: 'approve', cases: seen(cases) }),
    ).rejects.toThrow();
    expect(new Set(await states())).toEqual(new Set(['pending']));
    for (const count of [test.db.decision, test.db.auditEntry, test.db.liveEvent].map((table) =>
      rowsIn(table),
    )) {
      expect(await count).toBe(0);
    }
  });

  it.each([
    [{ verdict: 'reject' }, 'reason: A rejection needs a reason.'],
    [{ verdict: 'approve', cases: [] }, 'cases: '],
  ] satisfies [Partial<DecideInput> & Pick<DecideInput, 'verdict'>, string][])(
    'refuses %o',
    async (change, message) => {
      const input: DecideInput = { cases: seen(cases), ...change };
      await expect(decideCases(contextFor(test.db, mei), input)).rejects.toMatchObject({
        code: 'invalid_input',
        message: expect.stringContaining(message),
      });
    },
  );

  it('is for people who are signed in', async () => {
    const input: DecideInput = { verdict: 'approve', cases: seen(cases) };
    await expect(decideCases(contextFor(test.db), input)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

function rowsIn(table: { count(): PromiseLike<number> }) {
  return table.count();
}
