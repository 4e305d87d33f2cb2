import { z } from 'zod';

import { runPython } from './run-python';

/** What a suite imports; only pytest is needed to collect one that is not run. */
export const suiteModules = ['pytest', 'requests', 'jsonschema', 'pytest_benchmark', 'xdist'] as const;

export interface FoundPython {
  status: 'found';
  path: string;
  version: string;
  /** Modules of a suite that this Python lacks. */
  lacks: string[];
}

export interface MissingPython {
  status: 'missing';
  /** Each interpreter that was tried, and what is wrong with it. */
  tried: { path: string; problem: string }[];
  message: string;
}

export interface FindPythonOptions {
  /** The setting `PYTHON`, tried first. */
  configured?: string | undefined;
  /** More interpreters, tried last: that of a virtual environment of the project. */
  others?: readonly string[];
  /** Where `python3` is looked for. */
  path?: string | undefined;
}

const probe = `
import importlib.util, json, sys
print(json.dumps({
    "version": list(sys.version_info[:3]),
    "lacks": [name for name in sys.argv[1:] if importlib.util.find_spec(name) is None],
}))
`;
const answer = z.object({
  version: z.tuple([z.number(), z.number(), z.number()]),
  lacks: z.array(z.string()),
});
const timeoutMs = 20_000;

/**
 * Looks for a Python from 3.9 on that has pytest: the first that has all modules of a suite, else the first with pytest.
 * An interpreter that is called `python3` need not be the one for which the packages were installed.
 */
export async function findPython(options: FindPythonOptions = {}): Promise<FoundPython | MissingPython> {
  const { configured, others = [], path } = options;
  const candidates = [...new Set([configured, '/usr/bin/python3', 'python3', ...others])];
  const usable: FoundPython[] = [];
  const tried: MissingPython['tried'] = [];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const found = await examine(candidate, path);
    if (typeof found === 'string') tried.push({ path: candidate, problem: found });
    else if (found.lacks.length === 0) return found;
    else usable.push(found);
  }
  const [best] = usable.sort((left, right) => left.lacks.length - right.lacks.length);
  return best ?? { status: 'missing', tried, message: missingMessage(tried) };
}

async function examine(candidate: string, path: string | undefined): Promise<FoundPython | string> {
  const run = await runPython({
    python: candidate,
    args: ['-c', probe, ...suiteModules],
    timeoutMs,
    ...(path !== undefined && { path }),
  });
  if (run.stopped === 'not-started') return 'cannot be started';
  if (run.stopped) return `was stopped (${run.stopped})`;
  const parsed = answer.safeParse(parseJson(run.stdout));
  if (!parsed.success) return `is not a Python 3 (exit code ${run.exitCode})`;
  const { version, lacks } = parsed.data;
  const [major, minor] = version;
  if (major !== 3 || minor < 9) return `is Python ${version.join('.')}, 3.9 or later is needed`;
  if (lacks.includes('pytest')) return `has no pytest (Python ${version.join('.')})`;
  return { status: 'found', path: candidate, version: version.join('.'), lacks };
}

function missingMessage(tried: MissingPython['tried']): string {
  const list = tried.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  return `No Python with pytest was found: ${list}. Install pytest for one of them, or name another in PYTHON.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
