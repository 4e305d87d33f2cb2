import type { Gates, Progress } from './built-suite';
import type { CheckedSuite } from './check-suite';

import type { GeneratedFile } from '#lib/core/generator/suite';
import { checkTypeScript } from '#lib/platform/typescript/check-typescript';
import type { TypeScriptFinding } from '#lib/platform/typescript/check-typescript';

const reason =
  'Lint, Compile and Collect look at Python only. npm run types and npx playwright test --list in the suite do the same for TypeScript.';

/** Puts a suite for Playwright through the gate that there is for it: the syntax, by TypeScript's own parser. */
export function checkTypeScriptSuite(
  files: readonly GeneratedFile[],
  onProgress: (progress: Progress) => void,
): CheckedSuite {
  const sources = files.filter(({ path }) => path.endsWith('.ts'));
  const findings = new Map<string, TypeScriptFinding[]>();
  const perFile = new Map<string, Gates>();
  for (const [done, { path, text }] of sources.entries()) {
    onProgress({ done, total: sources.length, step: 'Checking the syntax' });
    const found = checkTypeScript(text);
    findings.set(path, found);
    perFile.set(path, gatesOf(found, ''));
  }
  const first = [...findings].find(([, found]) => found.length > 0);
  return { gates: gatesOf(first?.[1] ?? [], first ? `${first[0]}: ` : ''), perFile, findings };
}

function gatesOf([first]: readonly TypeScriptFinding[], file: string): Gates {
  const problem = first && `${file}line ${first.line}: ${first.message}`;
  return {
    syntax: first ? 'failed' : 'passed',
    lint: 'not-run',
    compile: 'not-run',
    collect: 'not-run',
    detail: [...(problem === undefined ? [] : [problem]), reason].join('\n'),
  };
}
