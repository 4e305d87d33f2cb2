import { createHash } from 'node:crypto';
import { join } from 'node:path';

import type { Context } from '../context';

import { commitMessage } from './commit-message';
import { finishPublication } from './finish-publication';
import type { PublicationOutcome } from './finish-publication';
import { loadPublication } from './load-publication';
import { oneLine } from './plain-text';
import { publishingTarget } from './publishing-target';
import type { PublishingEnvironment } from './publishing-target';
import { pullRequestText } from './pull-request-text';

import { AppError } from '#lib/core/errors';
import { ensureOwnRepository } from '#lib/platform/git/bare-repository';
import type { ForeignCommit } from '#lib/platform/git/moved-commits';
import { publishFolder } from '#lib/platform/git/publish-folder';
import { withoutCredentials } from '#lib/platform/git/run-git';

export interface RunPublicationInput {
  publicationId: string;
  signal?: AbortSignal;
}

/**
 * Commits the approved cases of a publication's generation and pushes them. Safe to run again: a commit that is there
 * already is recognised. A branch that somebody else moved on ends it as a conflict that names the commits.
 * @throws AppError `unavailable` when the remote cannot be reached: the job tries again, and `failPublication` records
 * the cause when no attempt is left
 */
export async function runPublication(
  context: Context,
  { publicationId, signal }: RunPublicationInput,
  environment: PublishingEnvironment,
): Promise<void> {
  const standing = await context.db.publication.findUnique({ where: { id: publicationId } });
  if (standing?.state !== 'queued') return;
  const outcome = await publish(context, { publicationId, ...(signal && { signal }) }, environment).catch(
    async (error: unknown): Promise<PublicationOutcome> => {
      const final = error instanceof AppError && error.code !== 'unavailable';
      if (final) return { state: 'failed', error: [error.message, error.advice ?? ''].join(' ').trim() };
      if (signal?.aborted === true) throw error;
      const message = error instanceof AppError ? error.message : 'It failed on our side and is tried again.';
      await context.db.publication.update({ where: { id: publicationId }, data: { error: message } });
      throw error;
    },
  );
  await finishPublication(context, publicationId, outcome);
}

/** Records that no attempt is left. */
export async function failPublication(
  context: Context,
  { publicationId, cause }: { publicationId: string; cause: string },
): Promise<void> {
  await finishPublication(context, publicationId, { state: 'failed', error: cause });
}

async function publish(
  { db }: Context,
  { publicationId, signal }: RunPublicationInput,
  environment: PublishingEnvironment,
): Promise<PublicationOutcome> {
  const { publication, files, facts } = await loadPublication(db, publicationId);
  const { repository, own, author } = await publishingTarget(db, environment);
  const shown = withoutCredentials(repository);
  const { apiId, branch } = publication;
  const earlier = await db.publication.findMany({
    where: { apiId },
    select: { id: true, commit: true, branch: true, repository: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const last = earlier.find(
    (entry) => entry.commit !== null && entry.branch === branch && entry.repository === shown,
  );
  // The time of the request: a second attempt makes the very same commit.
  const at = publication.createdAt;
  if (own) await ensureOwnRepository(repository, author, at);
  const result = await publishFolder({
    repository,
    cache: cacheOf(environment.DATA_DIR, repository),
    branch,
    commit: { folder: facts.folder, files, message: commitMessage(facts), author, at },
    last: last?.commit ?? undefined,
    ours: new Set(earlier.map((entry) => entry.id)),
    ...(signal && { signal }),
  });
  const told = {
    caseCount: facts.counts.approved,
    files: facts.files,
    pullRequestText: pullRequestText(facts),
  };
  if (result.kind === 'moved') return { state: 'conflict', error: moved(branch, result), ...told };
  const published = result.kind === 'published' || result.publicationId === publicationId;
  return { state: published ? 'published' : 'unchanged', commit: result.commit, ...told };
}

/** Objects of a remote are kept between publications. */
function cacheOf(dataDir: string, repository: string): string {
  const name = createHash('sha256').update(repository).digest('hex').slice(0, 16);
  return join(dataDir, 'repositories', 'cache', `${name}.git`);
}

function moved(
  branch: string,
  { rewritten, commits }: { rewritten: boolean; commits: ForeignCommit[] },
): string {
  const what = rewritten ? 'was rewritten' : 'has commits that are not ours';
  const list = commits
    .slice(0, 10)
    .map(
      ({ hash, author, subject }) => `${hash.slice(0, 10)} ${oneLine(subject, 80)} (${oneLine(author, 60)})`,
    );
  const more = commits.length > 10 ? [`and ${commits.length - 10} more`] : [];
  return [
    `The branch ${branch} ${what}; nothing was changed there. Merge it or set it back, then publish again.`,
    ...list,
    ...more,
  ].join('\n');
}
