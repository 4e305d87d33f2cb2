import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Context } from '../context';

import { listPublications } from './list-publications';
import { requestPublication } from './request-publication';
import { failPublication, runPublication } from './run-publication';

import { casesOf, contextFor, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { filesOn, git, pushAsAda, show } from '#lib/testing/git';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

let test: TestDatabase;
let mei: Context;
let worker: Context;
let generationId: string;
let apiId: string;
let repository: string;
let environment: { PUBLISH_AUTHOR: string; DATA_DIR: string; PUBLISH_REPOSITORY?: string };
const branch = 'ai-tests/orders/1.1.0';
const folder = 'tests/generated/orders';

beforeEach(async () => {
  test = await openTestDatabase();
  worker = contextFor(test.db);
  const user = await createUser(test.db, { name: 'Mei\nSigned-off-by: x <y>', email: 'mei@example.com' });
  mei = contextFor(test.db, user);
  apiId = (await createApi(test.db, { slug: 'orders', name: 'Orders <API>' })).id;
  generationId = (await createGeneration(test.db, { apiId })).generation.id;
  environment = { PUBLISH_AUTHOR: 'API tests <tests@example.com>', DATA_DIR: test.directory };
  repository = join(test.directory, 'repositories', 'api-tests.git');
});
afterEach(() => test.close());

async function set(state: string, ...positions: number[]): Promise<void> {
  const decidedById = mei.actor.kind === 'user' ? mei.actor.id : null;
  await test.db.testCase.updateMany({
    where: { generationId, position: { in: positions } },
    data: { state, decidedById, rejectReason: state === 'rejected' ? 'duplicate' : null },
  });
}

async function publish() {
  const { id } = await requestPublication(mei, { generationId }, environment);
  await runPublication(worker, { publicationId: id }, environment);
  const [row] = await listPublications(mei, { generationId, limit: 1 });
  return row;
}

describe('publishing', () => {
  it('commits the approved cases and nothing else to a repository of its own', async () => {
    await set('approved', 0, 1, 3);
    await set('rejected', 2);
    const row = await publish();
    expect(row).toMatchObject({
      state: 'published',
      branch,
      repository,
      caseCount: 3,
      files: ['api_client.py', 'pytest.ini', 'test_orders_crud.py'],
    });
    expect(row?.commit).toBe(await git(repository, 'rev-parse', branch));
    expect((await filesOn(repository, branch)).filter((path) => path.startsWith(folder))).toEqual([
      `${folder}/api_client.py`,
      `${folder}/pytest.ini`,
      `${folder}/test_orders_crud.py`,
    ]);
    const text = await show(repository, branch, `${folder}/test_orders_crud.py`);
    const tests = [...text.matchAll(/def (test_\w+)/g)].map(([, name]) => name);
    const approved = (await casesOf(test.db, generationId)).filter((entry) => entry.state === 'approved');
    expect(tests.sort()).toEqual(approved.map((entry) => entry.name).sort());
    expect(text).toContain('from api_client import describe');
  });

  it('commits files that Python accepts', async () => {
    await set('approved', 0, 1, 2, 3, 4);
    await publish();
    const place = join(test.directory, 'read');
    for (const path of (await filesOn(repository, branch)).filter((name) => name.endsWith('.py'))) {
      await mkdir(dirname(join(place, path)), { recursive: true });
      await writeFile(join(place, path), await show(repository, branch, path));
      await promisify(execFile)('python3', ['-m', 'py_compile', join(place, path)]);
    }
    await rm(place, { recursive: true });
  });

  it('says in the commit what it holds and who reviewed it, whatever people are called', async () => {
    await set('approved', 0);
    const row = await publish();
    const message = await git(repository, 'log', '-1', '--format=%an <%ae>%n%B', branch);
    expect(message).toContain(
      'API tests <tests@example.com>\nPublish approved tests of Orders <API> 1.1.0\n',
    );
    expect(message).toContain('1 of 5 test cases are approved, 0 rejected, 4 undecided.');
    const trailers = await git(repository, 'log', '-1', '--format=%(trailers:only)', branch);
    expect(trailers.trim().split('\n')).toEqual([
      'Reviewed-by: Mei Signed-off-by: x y <mei@example.com>',
      'Generation: 1',
      `Publication-Id: ${row?.id}`,
    ]);
  });

  it('writes a pull request with a check list, gaps and rejections, in which the document is only text', async () => {
    await set('approved', 0);
    await set('rejected', 1);
    await test.db.testCase.updateMany({
      where: { generationId, position: 1 },
      data: { title: '`</code> [x](http://evil) @all |', rejectNote: 'twice' },
    });
    const source = { file: '', pointer: '/webhooks' };
    const gap = { construct: 'webhook', reason: '![](http://evil/p.png)\n# Big', source };
    await test.db.generation.update({ where: { id: generationId }, data: { gaps: [gap] } });
    const text = (await publish())?.pullRequestText ?? '';
    expect(text).toContain('- [ ] The tests pass against a server');
    expect(text).toContain('| `POST /orders` | 1 | 3 |');
    expect(text).toContain("- `POST /orders` `'</code> [x](http://evil) @all |` – duplicate: `twice`");
    expect(text).toContain('- `webhook` at `/webhooks`: `![](http://evil/p.png) # Big`');
    expect(text).toContain('- [ ] 3 undecided test cases');
  });

  it('takes away what is no longer approved, in a second commit', async () => {
    await set('approved', 0, 1, 4);
    const first = await publish();
    await set('pending', 1, 4);
    const second = await publish();
    expect(await git(repository, 'rev-parse', `${branch}~1`)).toBe(first?.commit);
    expect(second).toMatchObject({ state: 'published', caseCount: 1 });
    expect(await filesOn(repository, branch)).not.toContain(`${folder}/test_orders_errors.py`);
    const text = await show(repository, branch, `${folder}/test_orders_crud.py`);
    expect([...text.matchAll(/def (test_\w+)/g)]).toHaveLength(1);
  });

  it('makes no commit when nothing is new', async () => {
    await set('approved', 0);
    const first = await publish();
    expect(await publish()).toMatchObject({ state: 'unchanged', commit: first?.commit });
    expect(await git(repository, 'rev-list', '--count', branch)).toBe('2');
  });

  it('is the same when it runs twice, also after a crash before the result was stored', async () => {
    await set('approved', 0);
    const row = await publish();
    const publicationId = row?.id ?? '';
    await runPublication(worker, { publicationId }, environment);
    await test.db.publication.update({
      where: { id: publicationId },
      data: { state: 'queued', commit: null },
    });
    await runPublication(worker, { publicationId }, environment);
    const [again] = await listPublications(mei, {});
    expect(again).toMatchObject({ state: 'published', commit: row?.commit });
    expect(await git(repository, 'rev-list', '--count', branch)).toBe('2');
  });

  it('reports who moved the branch on, and changes nothing', async () => {
    await set('approved', 0);
    await publish();
    await pushAsAda(repository, join(test.directory, 'ada'), { branch, file: `${folder}/pytest.ini` });
    const tip = await git(repository, 'rev-parse', branch);
    await set('approved', 1);
    const row = await publish();
    expect(row?.state).toBe('conflict');
    expect(row?.error).toContain('has commits that are not ours');
    expect(row?.error).toContain(`${tip.slice(0, 10)} Repair a test by hand (Ada)`);
    expect(await git(repository, 'rev-parse', branch)).toBe(tip);
  });

  it('keeps the cause while the remote cannot be reached, goes on later, and gives up by the job', async () => {
    await set('approved', 0);
    const address = `file://${test.directory}/later.git`;
    environment = { ...environment, PUBLISH_REPOSITORY: address };
    const { id } = await requestPublication(mei, { generationId }, environment);
    const run = () => runPublication(worker, { publicationId: id }, environment);
    await expect(run()).rejects.toMatchObject({ code: 'unavailable' });
    expect((await listPublications(mei, {}))[0]).toMatchObject({
      state: 'queued',
      error: expect.stringContaining('git ls-remote failed'),
    });
    await git('.', 'init', '-q', '--bare', join(test.directory, 'later.git'));
    await run();
    const [row] = await listPublications(mei, {});
    expect(row).toMatchObject({ state: 'published', repository: address });
    expect(row).not.toHaveProperty('error');
    await failPublication(worker, { publicationId: id, cause: 'late' });
    expect((await listPublications(mei, {}))[0]).toMatchObject({ state: 'published' });
    environment = { ...environment, PUBLISH_REPOSITORY: `file://${test.directory}/none.git` };
    const next = await requestPublication(mei, { generationId }, environment);
    await failPublication(worker, { publicationId: next.id, cause: 'No such host.' });
    expect((await listPublications(mei, {}))[0]).toMatchObject({ state: 'failed', error: 'No such host.' });
  });

  it('prefers the repository and the author that an administrator has set', async () => {
    await set('approved', 0);
    const team = join(test.directory, 'team.git');
    await git('.', 'init', '-q', '--bare', team);
    await test.db.setting.create({
      data: { key: 'publishing', value: { repository: team, author: 'QA <qa@example.com>' }, updatedBy: 'x' },
    });
    expect(await publish()).toMatchObject({ state: 'published', repository: team });
    expect(await git(team, 'log', '-1', '--format=%an <%ae>', branch)).toBe('QA <qa@example.com>');
  });

  it('ends as failed when the generation was replaced before the worker came', async () => {
    await set('approved', 0);
    const { id } = await requestPublication(mei, { generationId }, environment);
    await test.db.generation.update({ where: { id: generationId }, data: { state: 'superseded' } });
    await runPublication(worker, { publicationId: id }, environment);
    expect((await listPublications(mei, { apiId }))[0]).toMatchObject({
      state: 'failed',
      error: 'Generation 1 is superseded meanwhile. Publish the newest generation of the API.',
    });
  });
});

describe('requestPublication', () => {
  it('leaves a job, an audit row and a live event, once while it waits', async () => {
    await set('approved', 0);
    const first = await requestPublication(mei, { generationId }, environment);
    const second = await requestPublication(mei, { generationId }, environment);
    expect(second.id).toBe(first.id);
    expect(await test.db.job.findMany()).toMatchObject([
      { name: 'publication.run', payload: { publicationId: first.id } },
    ]);
    expect(await test.db.auditEntry.findMany()).toMatchObject([{ action: 'publication.request', apiId }]);
    expect(await test.db.liveEvent.findMany()).toMatchObject([{ topic: 'publication.requested' }]);
  });

  it('refuses what cannot be published', async () => {
    const ask = (context: Context, id = generationId) =>
      requestPublication(context, { generationId: id }, environment);
    await expect(ask(mei)).rejects.toMatchObject({
      code: 'conflict',
      message: 'No test case is approved yet.',
    });
    await expect(ask(mei, 'gone')).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(worker)).rejects.toMatchObject({ code: 'unauthenticated' });
    await set('approved', 0);
    environment = { ...environment, PUBLISH_REPOSITORY: '--upload-pack=id' };
    await expect(ask(mei)).rejects.toMatchObject({ code: 'invalid_input' });
    await test.db.generation.update({ where: { id: generationId }, data: { state: 'superseded' } });
    await expect(ask(mei)).rejects.toMatchObject({ code: 'conflict' });
  });
});
