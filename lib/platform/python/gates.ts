import { rmdir } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';

import { z } from 'zod';

import { runPython, type PythonRun } from './run-python';

export type GateStatus = 'passed' | 'failed' | 'not-run';

export interface GateResult {
  status: GateStatus;
  /** What to tell people: empty when passed, else the reason. */
  detail: string;
  /** By file, as it was given (compile) or relative to the folder (collect); only files that the gate says something about. */
  perFile: Record<string, { status: GateStatus; detail: string }>;
}

export interface GateOptions {
  /** An interpreter from `findPython`. */
  python: string;
  folder: string;
  path?: string;
  timeoutMs?: number;
  signal?: AbortSignal;
}

const usualTimeout = 120_000;
const longestDetail = 4000;

const compiler = `
import json, os, py_compile, sys
sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"]
for name in json.load(sys.stdin):
    try:
        py_compile.compile(name, doraise=True)
        print(json.dumps([name, None]))
    except (py_compile.PyCompileError, OSError, ValueError) as error:
        print(json.dumps([name, str(error)]))
`;
const compiled = z.tuple([z.string(), z.string().nullable()]);

/** The gate `py_compile`: every Python file of a folder, in one process. The byte code is thrown away. */
export async function compileGate(options: GateOptions, files: readonly string[]): Promise<GateResult> {
  const names = files.filter((file) => file.endsWith('.py'));
  const run = await runPython({
    ...callOf(options),
    args: ['-I', '-B', '-X', 'utf8', '-c', compiler],
    input: JSON.stringify(names),
  });
  if (run.stopped) return notRun(run);
  const perFile: GateResult['perFile'] = {};
  for (const line of run.stdout.split('\n')) {
    const parsed = compiled.safeParse(parseJson(line));
    if (!parsed.success) continue;
    const [name, problem] = parsed.data;
    perFile[name] = { status: problem === null ? 'passed' : 'failed', detail: short(problem ?? '') };
  }
  const unseen = names.filter((name) => perFile[name] === undefined);
  const failed = Object.entries(perFile).filter(([, { status }]) => status === 'failed');
  if (unseen.length > 0) return { status: 'not-run', detail: short(run.stderr), perFile };
  if (failed.length === 0) return { status: 'passed', detail: '', perFile };
  const detail = short(failed.map(([name, problem]) => `${name}: ${problem.detail}`).join('\n'));
  return { status: 'failed', detail, perFile };
}

/** The gate `pytest --collect-only`: the whole folder in one process, so that imports and fixtures are loaded once. */
export async function collectGate(options: GateOptions): Promise<GateResult> {
  // Not captured: what a file prints without end would fill the disk before it met the limit.
  const args = ['-m', 'pytest', '--collect-only', '-q', '-s', '-p', 'no:cacheprovider', '--color=no'];
  const run = await runPython({ ...callOf(options), args: [...args, '--rootdir', '.', '.'] });
  // pytest-benchmark makes its storage even when nothing runs; one that holds results stays.
  await rmdir(join(options.folder, '.benchmarks')).catch(() => undefined);
  if (run.stopped) return notRun(run);
  const output = `${run.stdout}\n${run.stderr}`;
  const perFile = collectedFiles(run.stdout, options.folder);
  if (run.exitCode === 0) return { status: 'passed', detail: '', perFile };
  if (/No module named '?pytest/.test(run.stderr))
    return { status: 'not-run', detail: 'pytest is not installed.', perFile };
  const detail = run.exitCode === 5 ? 'No test was collected.' : short(output);
  return { status: 'failed', detail, perFile };
}

function collectedFiles(stdout: string, folder: string): GateResult['perFile'] {
  const perFile: GateResult['perFile'] = {};
  const counts = new Map<string, number>();
  for (const line of stdout.split('\n')) {
    const error = /^ERROR (\S+\.py)(?: - (.*))?$/.exec(line);
    if (error?.[1] !== undefined) {
      perFile[named(error[1], folder)] = {
        status: 'failed',
        detail: short(error[2] ?? 'cannot be collected'),
      };
      continue;
    }
    const test = /^(\S+\.py)::/.exec(line)?.[1];
    if (test !== undefined) counts.set(test, (counts.get(test) ?? 0) + 1);
  }
  for (const [file, count] of counts) {
    perFile[named(file, folder)] ??= { status: 'passed', detail: `${count} tests` };
  }
  return perFile;
}

function named(file: string, folder: string): string {
  return isAbsolute(file) ? relative(resolve(folder), file) : file;
}

function callOf({ python, folder, path, timeoutMs = usualTimeout, signal }: GateOptions) {
  return { python, folder, timeoutMs, ...(path !== undefined && { path }), ...(signal && { signal }) };
}

const stopReasons: Record<NonNullable<PythonRun['stopped']>, string> = {
  timeout: 'Python was stopped because it took too long.',
  output: 'Python was stopped because it printed too much.',
  cancelled: 'The gate was cancelled.',
  'not-started': 'Python could not be started.',
};

function notRun(run: PythonRun): GateResult {
  return {
    status: 'not-run',
    detail: run.stopped ? stopReasons[run.stopped] : short(run.stderr),
    perFile: {},
  };
}

function short(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= longestDetail ? trimmed : `…${trimmed.slice(-longestDetail)}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
