import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A checkout of one branch of a repository, as a developer would clone it. */
export interface Checkout {
  folder: string;
  log: string;
  files: string[];
  remove(): Promise<void>;
}

export async function cloneBranch(repository: string, branch: string): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'ai-test-gen-clone-'));
  await run('git', ['clone', '--quiet', '--branch', branch, repository, folder]);
  const { stdout: log } = await run('git', ['-C', folder, 'log', '--format=%an <%ae>%n%B']);
  const { stdout: tracked } = await run('git', ['-C', folder, 'ls-files']);
  return {
    folder,
    log,
    files: tracked.split('\n').filter(Boolean),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
