import { AppError } from '../../core/errors';

import { ensureBare } from './bare-repository';
import { foreignCommits, isAncestor, publicationOf } from './moved-commits';
import type { ForeignCommit } from './moved-commits';
import { oneAtATime } from './one-at-a-time';
import { runGit } from './run-git';
import { writeCommit } from './write-commit';
import type { FolderCommit } from './write-commit';

export interface PublishOptions {
  /** URL or path of the remote. */
  repository: string;
  /** Where its objects are kept between publications: a bare repository of ours. */
  cache: string;
  branch: string;
  commit: FolderCommit;
  /** Our last commit on the branch; absent when there has been none. */
  last: string | undefined;
  /** Ids of our publications: their commits are ours, even when we crashed before we noted them. */
  ours: ReadonlySet<string>;
  signal?: AbortSignal;
}

export type PublishResult =
  | { kind: 'published'; commit: string }
  /** The branch has just these files already; `publicationId` tells which publication put its last commit there. */
  | { kind: 'unchanged'; commit: string; publicationId: string | undefined }
  /** Somebody else put commits on the branch, or rewrote it: nothing was changed. */
  | { kind: 'moved'; rewritten: boolean; commits: ForeignCommit[] };

interface Refusal {
  kind: 'refused';
  reason: string;
}

/**
 * Puts a folder on a branch of a remote as one commit on top of our last one, or of the default branch. It never forces:
 * a branch that somebody else moved on is reported. Safe to run again after a crash at any point.
 * @throws AppError `unavailable` when the remote cannot be reached or refuses, with what git said
 */
export async function publishFolder(options: PublishOptions): Promise<PublishResult> {
  return oneAtATime(options.cache, async () => {
    await ensureBare(options.cache);
    const first = await attempt(options);
    // Perhaps somebody pushed between our look and our push: look again, it is then a moved branch.
    const result = first.kind === 'refused' ? await attempt(options) : first;
    if (result.kind !== 'refused') return result;
    throw new AppError('unavailable', `The repository refused the branch: ${result.reason}`, {
      advice: 'Check its branch protection and the rights of the key that is used.',
    });
  });
}

async function attempt(options: PublishOptions): Promise<PublishResult | Refusal> {
  const { repository, cache: gitDir, branch, commit, last, ours, signal } = options;
  const remote = await readRemote(options);
  if (remote.tip !== undefined) {
    const known = last !== undefined && (await isAncestor(gitDir, last, remote.tip));
    const rewritten = last !== undefined && !known;
    const from = known ? last : remote.base;
    const commits = await foreignCommits(gitDir, { from, to: remote.tip, ours });
    // A branch that was set back to where the default branch has been is free again.
    const reset = remote.base !== undefined && (await isAncestor(gitDir, remote.tip, remote.base));
    if (!reset && (rewritten || commits.length > 0)) return { kind: 'moved', rewritten, commits };
  }
  const parent = remote.tip ?? remote.base;
  const made = await writeCommit(gitDir, parent, commit);
  const target = made ?? parent;
  if (target === undefined) throw new AppError('internal', 'A publication without files was asked for.');
  if (made === undefined) {
    return { kind: 'unchanged', commit: target, publicationId: await publicationOf(gitDir, target) };
  }
  const { output, code } = await runGit(
    ['push', '--porcelain', '--no-verify', '--', repository, `${made}:${ref(branch)}`],
    { gitDir, answers: [1], ...(signal === undefined ? {} : { signal }) },
  );
  if (code === 0) return { kind: 'published', commit: made };
  return { kind: 'refused', reason: (/^!\t(.*)$/m.exec(output)?.[1] ?? output).trim().slice(0, 500) };
}

/** Where the branch and the default branch stand on the remote, with their objects fetched. */
async function readRemote({ repository, cache: gitDir, branch, signal }: PublishOptions) {
  const git = { gitDir, ...(signal === undefined ? {} : { signal }) };
  const { output } = await runGit(['ls-remote', '--', repository, 'HEAD', ref(branch)], git);
  // What a remote says is outside text: only hashes go on into arguments.
  const refs = new Map(
    [...output.matchAll(/^([0-9a-f]{40,64})\t(\S+)$/gm)].map(([, hash, name]) => [name, hash]),
  );
  const wanted = ['HEAD', ref(branch)].filter((name) => refs.has(name));
  if (wanted.length > 0) {
    const kept = wanted.map((name) => `+${name}:refs/remotes/origin/${name.replace('refs/heads/', '')}`);
    await runGit(['fetch', '-q', '--no-tags', '--no-write-fetch-head', '--', repository, ...kept], git);
  }
  return { base: refs.get('HEAD'), tip: refs.get(ref(branch)) };
}

function ref(branch: string): string {
  return `refs/heads/${branch}`;
}
