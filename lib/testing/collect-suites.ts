import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { z } from 'zod';

const result = z.object({ folder: z.string(), collected: z.number(), problem: z.string().nullable() });
export type CollectedSuite = z.infer<typeof result>;

const script = fileURLToPath(new URL('collect_suites.py', import.meta.url));

/** What Python's compiler and `pytest --collect-only` say of each suite, in one process for all. */
export async function collectSuites(python: string, folders: readonly string[]): Promise<CollectedSuite[]> {
  const { stdout } = await execa(python, [script], { input: JSON.stringify(folders) });
  return stdout.split('\n').map((line) => result.parse(JSON.parse(line)));
}
