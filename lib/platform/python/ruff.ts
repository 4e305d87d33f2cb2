import { createRequire } from 'node:module';

import type * as RuffLibrary from '@astral-sh/ruff-wasm-nodejs';
import { z } from 'zod';

import { AppError } from '../../core/errors';

/** One finding of the linter; line and column count from 1, columns in UTF-16 units as editors do. */
export interface PythonFinding {
  line: number;
  column: number;
  /** `F821`, or `invalid-syntax`. */
  code: string;
  message: string;
}

const options = {
  'target-version': 'py39',
  'line-length': 100,
  // E501 is the formatter's business: what it leaves longer is one literal that cannot be broken.
  lint: { select: ['E', 'F', 'I', 'B', 'PT'], ignore: ['E501'] },
};

const findings = z.array(
  z.object({
    code: z.string().nullable(),
    message: z.string(),
    start_location: z.object({ row: z.number(), column: z.number() }),
  }),
);

let workspace: RuffLibrary.Workspace | undefined;

/** Started when first needed: it takes some 50 ms, and pages that show Python do not need it. */
function ruff(): RuffLibrary.Workspace {
  if (workspace) return workspace;
  const load = createRequire(import.meta.url);
  const library: typeof RuffLibrary = load('@astral-sh/ruff-wasm-nodejs');
  workspace = new library.Workspace(options, library.PositionEncoding.Utf16);
  return workspace;
}

/**
 * Python text as `ruff format` lays it out.
 * @throws {AppError} `internal` when the text is not Python, with `line` and `problem` in its details: only generated
 *   text comes here.
 */
export function formatPython(text: string): string {
  try {
    return run('format', () => ruff().format(text));
  } catch (cause) {
    const [first] = checkPython(text).filter(({ code }) => code === 'invalid-syntax');
    if (!(cause instanceof AppError) || !first) throw cause;
    const { message, advice = '' } = cause;
    throw new AppError('internal', message, {
      advice,
      cause,
      details: { line: first.line, problem: first.message },
    });
  }
}

/** What `ruff check` finds in Python text: syntax errors, undefined names, unused imports, import order, pitfalls. */
export function checkPython(text: string): PythonFinding[] {
  return findings
    .parse(run('check', () => ruff().check(text)))
    .map(({ code, message, start_location: { row, column } }) => ({
      line: row,
      column,
      code: code ?? 'invalid-syntax',
      message,
    }));
}

function run<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    // A panic leaves the WebAssembly instance unusable: the next call starts a new one.
    workspace = undefined;
    throw new AppError('internal', `Ruff could not ${what} a generated Python file.`, {
      cause,
      advice:
        'Report the document that the file was generated from: the generator wrote text that is not Python.',
    });
  }
}
