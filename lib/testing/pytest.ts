import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { z } from 'zod';

import { findPython } from '../platform/python/find-python';

export interface PytestOptions {
  /** Folder with the generated suite. */
  folder: string;
  /** Settings of the suite: `API_BASE_URL` and the credentials. */
  environment: Readonly<Record<string, string>>;
  /** More arguments, e.g. `-n 2`, `-k name` or node ids. */
  args?: readonly string[];
  /** Runs the tests in another order, the same for the same seed. */
  shuffle?: string;
}

export interface PytestReport {
  passed: string[];
  failed: { name: string; message: string }[];
  skipped: { name: string; reason: string }[];
  /** What pytest printed: for people, when something is wrong. */
  output: string;
}

const line = z.object({
  outcome: z.enum(['passed', 'failed', 'skipped']),
  name: z.string(),
  text: z.string(),
});

/**
 * Runs the tests of a folder under real pytest and tells the outcome of each. A test that fails in its clean-up as
 * well as in itself is listed twice. Throws when pytest itself could not run (exit code 3 or 4, or no outcome).
 */
export async function runPytest(python: string, options: PytestOptions): Promise<PytestReport> {
  const scratch = await mkdtemp(join(tmpdir(), 'pytest-outcomes-'));
  try {
    const outcomes = join(scratch, 'outcomes.jsonl');
    const { all, exitCode } = await execa(
      python,
      ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '-p', 'pytest_outcomes', ...(options.args ?? [])],
      {
        cwd: options.folder,
        all: true,
        reject: false,
        env: {
          ...options.environment,
          OUTCOMES_FILE: outcomes,
          SHUFFLE_SEED: options.shuffle ?? '',
          PYTHONPATH: fileURLToPath(new URL('.', import.meta.url)),
          PYTHONDONTWRITEBYTECODE: '1',
        },
      },
    );
    const text = await readFile(outcomes, 'utf8').catch(() => '');
    const rows = text
      .split('\n')
      .filter((row) => row !== '')
      .map((row) => line.parse(JSON.parse(row)));
    if (exitCode === 3 || exitCode === 4 || rows.length === 0) throw new Error(`pytest did not run:\n${all}`);
    return {
      passed: rows.filter(({ outcome }) => outcome === 'passed').map(({ name }) => name),
      failed: rows
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ name, text: message }) => ({ name, message })),
      skipped: rows
        .filter(({ outcome }) => outcome === 'skipped')
        .map(({ name, text: reason }) => ({ name, reason })),
      output: all,
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A Python that can run generated suites, in parallel too; or why there is none, for `describe.skipIf`. */
export async function pythonForTests(): Promise<{ python: string } | { missing: string }> {
  const found = await findPython();
  if (found.status === 'missing') return { missing: `Generated suites are not run. ${found.message}` };
  if (found.lacks.length === 0) return { python: found.path };
  return { missing: `Generated suites are not run: ${found.path} lacks ${found.lacks.join(', ')}.` };
}
