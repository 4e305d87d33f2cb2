import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '../../core/errors';

import { runGit } from './run-git';

export interface FolderCommit {
  /** POSIX, relative to the root of the repository. All that is in it now is replaced. */
  folder: string;
  /** Paths inside the folder. */
  files: readonly { path: string; text: string }[];
  message: string;
  author: { name: string; email: string };
  at: Date;
}

/**
 * Makes a commit in which a folder holds exactly these files, beside whatever else the parent has. There is no work
 * tree: a symbolic link or a filter in somebody's repository leads nowhere.
 * @returns undefined when the parent has just that already
 * @throws AppError `conflict` when the folder's path is a file or a link in the parent
 */
export async function writeCommit(
  gitDir: string,
  parent: string | undefined,
  { folder, files, message, author, at }: FolderCommit,
): Promise<string | undefined> {
  const index = join(gitDir, `index-${randomUUID()}`);
  const git = { gitDir, env: { GIT_INDEX_FILE: index } };
  if (parent !== undefined) await assertFolder(gitDir, parent, folder);
  try {
    await runGit(parent === undefined ? ['read-tree', '--empty'] : ['read-tree', parent], git);
    const { output: present } = await runGit(['--literal-pathspecs', 'ls-files', '-z', '--', folder], git);
    const removed = present.split('\0').filter((path) => path !== '');
    const entries = removed.map((path) => `0 ${'0'.repeat(40)}\t${path}\0`);
    for (const { path, text } of files) {
      const { output: blob } = await runGit(['hash-object', '-w', '--stdin'], { gitDir, input: text });
      entries.push(`100644 ${blob.trim()}\t${folder}/${path}\0`);
    }
    await runGit(['update-index', '-z', '--index-info'], { ...git, input: entries.join('') });
    const tree = (await runGit(['write-tree'], git)).output.trim();
    if (parent !== undefined) {
      const before = await runGit(['rev-parse', '--verify', `${parent}^{tree}`], { gitDir });
      if (before.output.trim() === tree) return undefined;
    }
    const parents = parent === undefined ? [] : ['-p', parent];
    const { output } = await runGit(['commit-tree', ...parents, '-F', '-', tree], {
      gitDir,
      input: message,
      env: identity(author, at),
    });
    return output.trim();
  } finally {
    await rm(index, { force: true });
  }
}

async function assertFolder(gitDir: string, parent: string, folder: string): Promise<void> {
  const parts = folder.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const { output } = await runGit(['ls-tree', '-z', parent, '--', ...paths], { gitDir });
  const other = output
    .split('\0')
    .map((entry) => entry.split('\t'))
    .find(([kind = '', path = '']) => paths.includes(path) && !kind.startsWith('040000 '));
  if (other === undefined) return;
  throw new AppError('conflict', `"${other[1] ?? folder}" is not a folder in that repository.`, {
    advice: 'Make room for the tests, or publish to another repository.',
  });
}

function identity({ name, email }: FolderCommit['author'], at: Date): Record<string, string> {
  const date = `${Math.floor(at.getTime() / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}
