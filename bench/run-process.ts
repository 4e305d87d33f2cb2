import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { z } from 'zod';

const reporter = fileURLToPath(new URL('report-usage.mjs', import.meta.url));
const usage = z.object({ cpuSeconds: z.number(), mebibytes: z.number() });

/** What a whole process took, from its start to its end. */
export interface Usage {
  seconds: number;
  cpuSeconds: number;
  /** Largest resident memory. */
  mebibytes: number;
}

/**
 * Runs a Node program and measures it. Its arguments get the name of a fresh folder for what it writes, which `inspect`
 * sees before it is removed.
 * @throws {Error} when the program fails
 */
export async function runProcess<T>(
  program: string,
  args: (folder: string) => string[],
  inspect: (folder: string, stdout: string) => Promise<T>,
): Promise<{ usage: Usage; found: T }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const target = join(folder, 'usage.json');
    const out = join(folder, 'out');
    const start = performance.now();
    const { stdout } = await execa(process.execPath, ['--import', reporter, program, ...args(out)], {
      env: { BENCH_USAGE: target },
      maxBuffer: 1 << 28,
    });
    const seconds = (performance.now() - start) / 1000;
    const measured = usage.parse(JSON.parse(await readFile(target, 'utf8')));
    return { usage: { seconds, ...measured }, found: await inspect(out, stdout) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The middle one of each figure: neighbours on the machine disturb single runs. */
export function medianOf(runs: readonly Usage[]): Usage {
  const middle = (pick: (run: Usage) => number): number => {
    const sorted = runs.map(pick).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
  };
  return {
    seconds: middle((run) => run.seconds),
    cpuSeconds: middle((run) => run.cpuSeconds),
    mebibytes: middle((run) => run.mebibytes),
  };
}
