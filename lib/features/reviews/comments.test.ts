import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { addComment } from './add-comment';
import { decideCases } from './decide-cases';
import { getHistory } from './get-history';
import { listComments } from './list-comments';
import { resolveComment } from './resolve-comment';

import { contextFor, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let mei: Context;
let tom: Context;
let subject: { id: string; revision: number; contentHash: string };

beforeEach(async () => {
  test = await openTestDatabase();
  mei = contextFor(test.db, await createUser(test.db, { name: 'Mei' }));
  tom = contextFor(test.db, await createUser(test.db, { name: 'Tom' }));
  const api = await createApi(test.db);
  const { cases } = await createGeneration(test.db, { apiId: api.id });
  const [{ id, revision, contentHash } = subject] = cases;
  subject = { id, revision, contentHash };
});
afterEach(() => test.close());

describe('comments', () => {
  it('are listed for everybody, with who wrote them', async () => {
    await addComment(mei, { caseId: subject.id, body: ' Why 201? ', category: 'question' });
    await addComment(tom, { caseId: subject.id, side: 'spec', line: 20, body: 'The document says so.' });
    expect(await listComments(tom, { caseId: subject.id })).toMatchObject([
      { authorName: 'Mei', body: 'Why 201?', category: 'question', mine: false },
      { authorName: 'Tom', side: 'spec', line: 20, category: 'note', mine: true },
    ]);
    expect(await test.db.auditEntry.count({ where: { action: 'comment.add', subjectId: subject.id } })).toBe(
      2,
    );
    expect(await test.db.liveEvent.count({ where: { topic: 'comment.added' } })).toBe(2);
  });

  it('resolve and open again, once each', async () => {
    const { id } = await addComment(mei, { caseId: subject.id, body: 'Look' });
    expect(await resolveComment(tom, { commentId: id })).toMatchObject({ resolvedBy: 'Tom' });
    expect(await resolveComment(mei, { commentId: id })).toMatchObject({ resolvedBy: 'Tom' });
    expect(await resolveComment(mei, { commentId: id, resolved: false })).not.toHaveProperty('resolvedAt');
    expect(await test.db.auditEntry.count({ where: { action: { startsWith: 'comment.re' } } })).toBe(2);
  });

  it.each([
    [{ body: '   ' }, 'Write something first.'],
    [{ body: 'x', line: 3 }, 'names the side'],
    [{ body: 'x', side: 'test' as const, line: 400 }, 'There is no line 400'],
  ])('refuse %o', async (change, message) => {
    await expect(addComment(mei, { caseId: subject.id, ...change })).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(message),
    });
  });

  it('need something that is there', async () => {
    await expect(addComment(mei, { caseId: 'gone', body: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(resolveComment(mei, { commentId: 'gone' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(listComments(mei, { caseId: 'gone' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('getHistory', () => {
  it('tells every verdict, newest first', async () => {
    await decideCases(mei, { verdict: 'approve', cases: [subject] });
    await decideCases(tom, {
      verdict: 'reject',
      reason: 'spec-is-wrong',
      note: 'It is 200.',
      cases: [{ ...subject, revision: 1 }],
    });
    expect(await getHistory(mei, { caseId: subject.id })).toMatchObject([
      { verdict: 'reject', reason: 'spec-is-wrong', note: 'It is 200.', actorName: 'Tom', via: 'web' },
      { verdict: 'approve', actorName: 'Mei', contentHash: subject.contentHash, carriedOver: false },
    ]);
  });
});
