import { runGit } from './run-git';

/** A commit that somebody else put on our branch. */
export interface ForeignCommit {
  hash: string;
  author: string;
  subject: string;
  at: string;
}

/** The trailer that tells our own commits, also after a crash between the push and the record of it. */
export const publicationTrailer = 'Publication-Id';

const mostListed = 50;

/**
 * The commits between two points that are not ours, newest first; at most fifty.
 * @param ours ids of our publications, as their trailers carry them
 */
export async function foreignCommits(
  gitDir: string,
  { from, to, ours }: { from: string | undefined; to: string; ours: ReadonlySet<string> },
): Promise<ForeignCommit[]> {
  const range = from === undefined ? [to] : [to, `^${from}`];
  const format = `%H%x00%an%x00%s%x00%aI%x00%(trailers:key=${publicationTrailer},valueonly,separator=%x2C)`;
  const { output } = await runGit(['log', '-z', `--format=${format}`, ...range, '--'], { gitDir });
  const fields = output.split('\0');
  const commits: ForeignCommit[] = [];
  for (let index = 0; index + 4 < fields.length && commits.length < mostListed; index += 5) {
    const [hash = '', author = '', subject = '', at = '', publication = ''] = fields.slice(index, index + 5);
    if (!ours.has(publication.trim())) commits.push({ hash, author, subject, at });
  }
  return commits;
}

/** The publication that a commit was made for, if it is one of ours. */
export async function publicationOf(gitDir: string, commit: string): Promise<string | undefined> {
  const format = `--format=%(trailers:key=${publicationTrailer},valueonly)`;
  const { output } = await runGit(['log', '-1', format, commit, '--'], { gitDir });
  return output.trim() || undefined;
}

/** Whether a commit is known here and among the ancestors of another. */
export async function isAncestor(gitDir: string, commit: string, of: string): Promise<boolean> {
  const { code } = await runGit(['merge-base', '--is-ancestor', commit, of], { gitDir, answers: [1, 128] });
  return code === 0;
}
