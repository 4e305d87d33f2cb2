import { execa } from 'execa';

/** Runs git as a person at their own machine would, for what tests need beside the product. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  const { stdout } = await execa(
    'git',
    ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args],
    {
      cwd,
      env: { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    },
  );
  return stdout;
}

/** Adds a commit to a branch of a bare repository as somebody else, who clones and pushes. */
export async function pushAsAda(
  bare: string,
  clone: string,
  { branch, file, force = false }: { branch: string; file: string; force?: boolean },
): Promise<void> {
  await git('.', 'clone', '-q', bare, clone);
  await git(clone, 'checkout', '-q', branch);
  if (force) await git(clone, 'commit', '-q', '--amend', '-m', 'Rewrite it');
  await execa('sh', ['-c', `mkdir -p "$(dirname "$1")" && echo changed >> "$1"`, 'sh', file], { cwd: clone });
  await git(clone, 'add', '-A');
  await git(clone, 'commit', '-q', '-m', 'Repair a test by hand');
  await git(clone, 'push', '-q', ...(force ? ['--force'] : []), 'origin', branch);
}

/** The text of a file on a branch, or the list of files in a folder of it. */
export const show = (bare: string, branch: string, path: string) => git(bare, 'show', `${branch}:${path}`);
export async function filesOn(bare: string, branch: string): Promise<string[]> {
  return (await git(bare, 'ls-tree', '-r', '--name-only', branch)).split('\n');
}
