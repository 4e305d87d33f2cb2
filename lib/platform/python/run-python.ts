import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { execa } from 'execa';

export interface PythonRun {
  /** `undefined` when it was stopped or could not be started. */
  exitCode: number | undefined;
  stdout: string;
  stderr: string;
  /** Why the process did not come to its own end. */
  stopped?: 'timeout' | 'output' | 'cancelled' | 'not-started';
}

export interface PythonCall {
  python: string;
  args: string[];
  /** Where it runs, and looks for modules first; without one in its empty home. */
  folder?: string;
  /** `PATH` of the process. */
  path?: string;
  timeoutMs: number;
  input?: string;
  signal?: AbortSignal;
}

const mostOutput = 16 * 1024 * 1024;
const usualPath = '/usr/local/bin:/usr/bin:/bin';

/**
 * Runs Python on generated text with nothing of our environment but `PATH` and the language, an empty home of its own,
 * and an end to time and output. Processes that it starts are ended with it. Never throws for what the program does.
 */
export async function runPython(call: PythonCall): Promise<PythonRun> {
  const home = await mkdtemp(join(tmpdir(), 'python-home-'));
  let stopped: PythonRun['stopped'];
  const child = execa(call.python, call.args, {
    cwd: call.folder ?? home,
    extendEnv: false,
    env: {
      PATH: call.path ?? usualPath,
      LANG: 'C.UTF-8',
      HOME: home,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONPYCACHEPREFIX: join(home, 'pycache'),
      PYTHONIOENCODING: 'utf-8',
      PYTHONHASHSEED: '0',
    },
    input: call.input ?? '',
    // A group of its own, so that what a test file starts while it is imported can be ended too.
    detached: true,
    reject: false,
    maxBuffer: mostOutput,
    stripFinalNewline: false,
  });
  const stop = (reason: 'timeout' | 'cancelled') => {
    stopped ??= reason;
    endGroup(child.pid);
  };
  const timer = setTimeout(() => stop('timeout'), call.timeoutMs);
  const cancel = () => stop('cancelled');
  if (call.signal?.aborted) cancel();
  call.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const result = await child;
    if (result.isMaxBuffer) stopped ??= 'output';
    if (result.exitCode === undefined && !result.isTerminated && !stopped) stopped = 'not-started';
    return {
      exitCode: stopped ? undefined : result.exitCode,
      stdout: result.stdout,
      stderr: result.stderr,
      ...(stopped && { stopped }),
    };
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener('abort', cancel);
    endGroup(child.pid);
    await rm(home, { recursive: true, force: true });
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}
