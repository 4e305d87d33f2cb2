import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ensureOwnRepository } from './bare-repository';
import { publishFolder } from './publish-folder';
import type { PublishOptions } from './publish-folder';

import { filesOn, git, pushAsAda, show } from '#lib/testing/git';

const author = { name: 'API tests', email: 'tests@example.com' };
const at = new Date('2026-01-02T03:04:05Z');
const branch = 'ai-tests/orders/1.4.0';
const folder = 'tests/generated/orders';

let place: string;
let remote: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'publish-'));
  remote = join(place, 'remote.git');
  await ensureOwnRepository(remote, author, at);
});
afterEach(() => rm(place, { recursive: true, force: true }));

function publish(id: string, files: Record<string, string>, options: Partial<PublishOptions> = {}) {
  return publishFolder({
    repository: remote,
    cache: join(place, 'cache.git'),
    branch,
    last: undefined,
    ours: new Set(['one', 'two', 'three']),
    ...options,
    commit: {
      folder,
      files: Object.entries(files).map(([path, text]) => ({ path, text })),
      message: `Add approved tests\n\nPublication-Id: ${id}\n`,
      author,
      at,
    },
  });
}

async function published(id: string, files: Record<string, string>, options: Partial<PublishOptions> = {}) {
  const result = await publish(id, files, options);
  expect(result.kind).toBe('published');
  return 'commit' in result ? result.commit : '';
}

describe('publishFolder', () => {
  it('adds a commit on top of the default branch, by the author, at the time', async () => {
    const commit = await published('one', { 'test_a.py': 'a\n', 'schemas/Order.json': '{}\n' });
    expect(await git(remote, 'log', '--format=%H %an <%ae> %cI', '-1', branch)).toBe(
      `${commit} API tests <tests@example.com> 2026-01-02T03:04:05+00:00`,
    );
    expect(await git(remote, 'rev-parse', `${branch}~1`)).toBe(await git(remote, 'rev-parse', 'main'));
    expect(await filesOn(remote, branch)).toEqual([
      'tests/generated/README.md',
      `${folder}/schemas/Order.json`,
      `${folder}/test_a.py`,
    ]);
  });

  it('adds a second commit in which what is no longer there has gone', async () => {
    const last = await published('one', { 'test_a.py': 'a\n', 'test_b.py': 'b\n' });
    await published('two', { 'test_a.py': 'a2\n' }, { last });
    expect(await git(remote, 'rev-parse', `${branch}~1`)).toBe(last);
    expect(await filesOn(remote, branch)).toEqual(['tests/generated/README.md', `${folder}/test_a.py`]);
    expect(await show(remote, branch, `${folder}/test_a.py`)).toBe('a2');
  });

  it('makes no commit when nothing is new', async () => {
    const last = await published('one', { 'test_a.py': 'a\n' });
    expect(await publish('two', { 'test_a.py': 'a\n' }, { last })).toEqual({
      kind: 'unchanged',
      commit: last,
      publicationId: 'one',
    });
  });

  it('knows its own commit again after a crash before it was noted', async () => {
    const commit = await published('one', { 'test_a.py': 'a\n' });
    expect(await publish('one', { 'test_a.py': 'a\n' })).toMatchObject({ kind: 'unchanged', commit });
    await published('two', { 'test_a.py': 'a2\n' });
    expect(await git(remote, 'rev-parse', `${branch}~1`)).toBe(commit);
  });

  it('reports a branch that somebody moved on, and leaves it', async () => {
    const last = await published('one', { 'test_a.py': 'a\n' });
    await pushAsAda(remote, join(place, 'ada'), { branch, file: `${folder}/test_a.py` });
    const tip = await git(remote, 'rev-parse', branch);
    expect(await publish('two', { 'test_a.py': 'a2\n' }, { last })).toMatchObject({
      kind: 'moved',
      rewritten: false,
      commits: [{ hash: tip, author: 'Ada', subject: 'Repair a test by hand' }],
    });
    expect(await git(remote, 'rev-parse', branch)).toBe(tip);
  });

  it('reports a branch that somebody rewrote', async () => {
    const last = await published('one', { 'test_a.py': 'a\n' });
    await pushAsAda(remote, join(place, 'ada'), { branch, file: 'x', force: true });
    const result = await publish('two', { 'test_a.py': 'a2\n' }, { last });
    expect(result).toMatchObject({ kind: 'moved', rewritten: true });
    expect(result.kind === 'moved' && result.commits.map((commit) => commit.subject)).toEqual([
      'Repair a test by hand',
      'Rewrite it',
    ]);
  });

  it('starts again from a branch that was set back or removed', async () => {
    const last = await published('one', { 'test_a.py': 'a\n' });
    await git(remote, 'update-ref', `refs/heads/${branch}`, 'main');
    await published('two', { 'test_a.py': 'a\n' }, { last });
    await git(remote, 'update-ref', '-d', `refs/heads/${branch}`);
    await published('three', { 'test_a.py': 'a\n' }, { last });
    expect(await git(remote, 'rev-list', '--count', branch)).toBe('2');
  });

  it('lets one of two installations win', async () => {
    const results = await Promise.all([
      publish('one', { 'test_a.py': '1\n' }, { cache: join(place, '1.git'), ours: new Set() }),
      publish('two', { 'test_a.py': '2\n' }, { cache: join(place, '2.git'), ours: new Set() }),
    ]);
    expect(results.map((result) => result.kind).sort()).toEqual(['moved', 'published']);
  });

  it('serves an empty remote', async () => {
    const empty = join(place, 'empty.git');
    await git('.', 'init', '-q', '--bare', empty);
    await published('one', { 'test_a.py': 'a\n' }, { repository: empty, cache: join(place, 'e.git') });
    expect(await git(empty, 'rev-list', '--count', branch)).toBe('1');
  });

  it('says why a remote cannot be reached, without its credentials', async () => {
    const file = `file://token@${place}/none.git`;
    const attempt = publish('one', { 'test_a.py': 'a\n' }, { repository: file });
    await expect(attempt).rejects.toMatchObject({ code: 'unavailable' });
    await expect(attempt).rejects.toThrow(/git ls-remote failed/);
    await expect(attempt).rejects.not.toThrow(/token/);
  });

  it.each(['--upload-pack=touch /tmp/x', 'ext::sh -c id'])(
    'runs nothing for the address %s',
    async (address) => {
      await expect(publish('one', { 'a.py': '' }, { repository: address })).rejects.toMatchObject({
        code: 'unavailable',
      });
    },
  );

  it('reports a refusal of the server', async () => {
    await git(remote, 'config', 'receive.maxInputSize', '10');
    await expect(publish('one', { 'test_a.py': 'a\n' })).rejects.toThrow(
      /refused the branch|git push failed/,
    );
  });

  it('writes nothing through a symbolic link in the repository', async () => {
    const clone = join(place, 'ada');
    await git('.', 'clone', '-q', remote, clone);
    await git(clone, 'rm', '-rq', 'tests');
    await symlink('/tmp', join(clone, 'tests'));
    await git(clone, 'add', '-A');
    await git(clone, 'commit', '-qm', 'Link');
    await git(clone, 'push', '-q', 'origin', 'main');
    await expect(publish('one', { 'test_a.py': 'a\n' })).rejects.toThrow(
      '"tests" is not a folder in that repository.',
    );
  });
});
