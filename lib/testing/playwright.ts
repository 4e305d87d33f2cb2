import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { z } from 'zod';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const program = (name: string): string => join(modules, '.bin', name);

export interface PlaywrightReport {
  passed: string[];
  failed: { name: string; message: string }[];
  skipped: { name: string; reason: string }[];
}

const spec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'skipped', 'flaky']),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
      results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })),
    }),
  ),
});
const group = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(group).optional();
  },
});
const outcome = z.object({ suites: z.array(group), errors: z.array(z.object({ message: z.string() })) });

/** Gives a generated suite the packages of this project, as `npm install` would. */
export async function installPackages(folder: string): Promise<void> {
  await symlink(modules, join(folder, 'node_modules'));
}

/** What the compiler says of a suite with its own `tsconfig.json`; empty where all types fit. */
export async function typeErrors(folder: string): Promise<string> {
  const { stdout } = await execa(program('tsc'), ['--noEmit', '-p', '.'], { cwd: folder, reject: false });
  return stdout;
}

/**
 * Runs the tests of a folder under the real runner with two workers and tells the outcome of each.
 * @param titles parts of the titles of tests that run; all where there are none
 */
export async function runPlaywright(
  folder: string,
  environment: Readonly<Record<string, string>>,
  titles: readonly string[] = [],
): Promise<PlaywrightReport> {
  const scratch = await mkdtemp(join(tmpdir(), 'playwright-outcomes-'));
  try {
    const file = join(scratch, 'outcomes.json');
    const chosen = titles.length === 0 ? [] : ['--grep', titles.join('|')];
    const { stdout, stderr } = await execa(
      program('playwright'),
      ['test', '--workers', '2', '--reporter', 'json', '--output', join(scratch, 'results'), ...chosen],
      { cwd: folder, reject: false, env: { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
    );
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text === '') throw new Error(`Playwright did not run:\n${stdout}\n${stderr}`);
    const { suites, errors } = outcome.parse(JSON.parse(text));
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    return reportOf(suites);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function reportOf(groups: readonly z.infer<typeof group>[]): PlaywrightReport {
  const report: PlaywrightReport = { passed: [], failed: [], skipped: [] };
  for (const { title: name, tests } of groups.flatMap(specsIn)) {
    for (const { status, annotations, results } of tests) {
      const reason = annotations.find(({ type }) => type === 'skip')?.description ?? '';
      const message = results.map(({ error }) => error?.message ?? '').join('\n');
      if (status === 'expected') report.passed.push(name);
      else if (status === 'skipped') report.skipped.push({ name, reason });
      else report.failed.push({ name, message });
    }
  }
  return report;
}

function specsIn({ specs, suites = [] }: z.infer<typeof group>): z.infer<typeof spec>[] {
  return [...specs, ...suites.flatMap(specsIn)];
}
