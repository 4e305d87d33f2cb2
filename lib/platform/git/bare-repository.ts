import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { runGit } from './run-git';
import { writeCommit } from './write-commit';

/** Makes an empty bare repository unless there is one. */
export async function ensureBare(path: string): Promise<void> {
  if (await exists(join(path, 'HEAD'))) return;
  await mkdir(dirname(path), { recursive: true });
  await runGit(['init', '-q', '--bare', '--initial-branch=main', '--template=', '--', path]);
}

const readme = `# API tests

Generated from API descriptions and approved by people, one folder an API in \`tests/generated/\`.
Approved tests arrive on branches \`ai-tests/{api}/{version}\`; merge them here after review.
`;

/**
 * The repository that serves when none is configured: a bare one with a first commit on main, so that branches have
 * something to start from. It appears whole or not at all.
 */
export async function ensureOwnRepository(
  path: string,
  author: { name: string; email: string },
  at: Date,
): Promise<void> {
  if (await exists(path)) return;
  const beside = `${path}.new`;
  await rm(beside, { recursive: true, force: true });
  await ensureBare(beside);
  const commit = await writeCommit(beside, undefined, {
    folder: 'tests/generated',
    files: [{ path: 'README.md', text: readme }],
    message: 'Start the repository of API tests\n',
    author,
    at,
  });
  await runGit(['update-ref', 'refs/heads/main', commit ?? ''], { gitDir: beside });
  await rename(beside, path);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
