import { execa } from 'execa';

import { AppError } from '../../core/errors';

export interface GitOptions {
  /** The repository: a bare one, since commits are made without a work tree. */
  gitDir?: string;
  input?: string;
  env?: Record<string, string>;
  /** Milliseconds; an unreachable host otherwise hangs for minutes. */
  timeout?: number;
  signal?: AbortSignal;
  /** Exit codes that are an answer and no failure. */
  answers?: readonly number[];
}

/** Nothing of the person or machine that runs us changes what a commit is, and nothing waits for a keyboard. */
const isolation = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_SSH_COMMAND: 'ssh -oBatchMode=yes -oConnectTimeout=20',
  GIT_ATTR_NOSYSTEM: '1',
  // Set when we run inside a hook or a rebase of the developer: they would point at that repository.
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_CONFIG_COUNT: undefined,
  GIT_CONFIG_PARAMETERS: undefined,
  // Nothing that git starts, ssh among it, needs our secrets.
  AUTH_SECRET: undefined,
  ENCRYPTION_KEY: undefined,
  ADMIN_PASSWORD: undefined,
  LC_ALL: 'C',
};

const configuration = [
  'core.hooksPath=/dev/null',
  'credential.helper=store',
  'gc.auto=0',
  'protocol.ext.allow=never',
];

const defaultTimeoutMs = 120_000;

/**
 * Runs git without a shell, apart from the configuration of the machine, with hooks off.
 * @param args subcommand and arguments; whatever comes from outside belongs after `--` or into `input`
 * @returns standard output, and the exit code where `answers` allows one other than 0
 * @throws AppError `unavailable` with what git said, credentials removed; the reason of `signal` when it ended
 */
export async function runGit(
  args: readonly string[],
  options: GitOptions = {},
): Promise<{ output: string; code: number }> {
  const { gitDir, input, env, timeout = defaultTimeoutMs, signal, answers = [] } = options;
  const settings = configuration.flatMap((entry) => ['-c', entry]);
  const place = gitDir === undefined ? [] : [`--git-dir=${gitDir}`];
  const result = await execa('git', [...place, ...settings, ...args], {
    env: { ...isolation, ...env },
    reject: false,
    stripFinalNewline: false,
    timeout,
    maxBuffer: 64 * 1024 * 1024,
    ...(input === undefined ? { stdin: 'ignore' } : { input }),
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
  const code = result.exitCode ?? -1;
  if (!result.failed || answers.includes(code)) return { output: result.stdout, code };
  signal?.throwIfAborted();
  if (result.code === 'ENOENT') {
    throw new AppError('unavailable', 'git is not installed on this server.', {
      advice: 'Install git and try again.',
    });
  }
  const said = result.timedOut ? `no answer within ${timeout / 1000} s` : withoutCredentials(result.stderr);
  throw new AppError('unavailable', `git ${args[0] ?? ''} failed: ${said.trim().slice(0, 1_000)}`);
}

/** Text in which the user part of each URL is hidden: it may be a token. */
export function withoutCredentials(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/]*@/gi, '$1');
}
