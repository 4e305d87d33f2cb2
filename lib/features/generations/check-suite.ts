import type { BuiltFile, Gates, GateStatus, Progress } from './built-suite';
import { checkTypeScriptSuite } from './check-typescript-suite';

import type { GeneratedFile } from '#lib/core/generator/suite';
import { findPython } from '#lib/platform/python/find-python';
import { collectGate, compileGate } from '#lib/platform/python/gates';
import type { GateResult } from '#lib/platform/python/gates';
import { checkPython } from '#lib/platform/python/ruff';
import type { PythonFinding } from '#lib/platform/python/ruff';
import { writeFiles } from '#lib/platform/storage/write-files';

export interface CheckedSuite {
  gates: Gates;
  perFile: ReadonlyMap<string, Gates>;
  findings: ReadonlyMap<string, PythonFinding[]>;
}

export interface CheckOptions {
  /** The suite is written here first: Python looks at the same files that people get. */
  folder: string;
  python?: string;
}

/**
 * Puts a suite through the gates: ruff on each file, then Python's compiler and pytest's collection, each on all at once.
 * Of a suite in TypeScript the syntax is looked at.
 */
export async function checkSuite(
  files: readonly GeneratedFile[],
  { folder, python }: CheckOptions,
  onProgress: (progress: Progress) => void,
): Promise<CheckedSuite> {
  await writeFiles(folder, files);
  if (files.some(({ path }) => path.endsWith('.spec.ts'))) return checkTypeScriptSuite(files, onProgress);
  const sources = files.filter(({ path }) => path.endsWith('.py'));
  const total = sources.length + 2;
  const findings = new Map<string, PythonFinding[]>();
  for (const [done, { path, text }] of sources.entries()) {
    onProgress({ done, total, step: 'Checking with ruff' });
    findings.set(path, checkPython(text));
  }
  onProgress({ done: sources.length, total, step: 'Compiling and collecting' });
  const { compile, collect } = await runPythonGates(folder, sources, python);
  const perFile = new Map<string, Gates>();
  for (const { path } of sources)
    perFile.set(path, gatesOfFile(path, findings.get(path) ?? [], compile, collect));
  return { gates: gatesOfSuite(perFile, compile, collect), perFile, findings };
}

async function runPythonGates(
  folder: string,
  sources: readonly GeneratedFile[],
  configured: string | undefined,
): Promise<{ compile: GateResult; collect: GateResult }> {
  const found = await findPython({ configured });
  if (found.status === 'missing') {
    const missing: GateResult = { status: 'not-run', detail: found.message, perFile: {} };
    return { compile: missing, collect: missing };
  }
  const options = { python: found.path, folder };
  const compile = await compileGate(
    options,
    sources.map(({ path }) => path),
  );
  return { compile, collect: await collectGate(options) };
}

function gatesOfFile(
  path: string,
  findings: readonly PythonFinding[],
  compile: GateResult,
  collect: GateResult,
): Gates {
  const first = findings[0];
  const details = [
    first === undefined ? '' : `line ${first.line}: ${first.code} ${first.message}`,
    compile.perFile[path]?.detail ?? '',
    collect.perFile[path]?.status === 'failed' ? (collect.perFile[path].detail ?? '') : '',
  ].filter((detail) => detail !== '');
  return {
    syntax: statusOf(findings.every(({ code }) => code !== 'invalid-syntax')),
    lint: statusOf(findings.length === 0),
    compile: compile.perFile[path]?.status ?? 'not-run',
    // A support file holds no test: that pytest came through is all that can be said of it.
    collect: collect.perFile[path]?.status ?? collect.status,
    ...(details.length === 0 ? {} : { detail: details.join('; ') }),
  };
}

function gatesOfSuite(perFile: ReadonlyMap<string, Gates>, compile: GateResult, collect: GateResult): Gates {
  const all = [...perFile.entries()];
  const details = [
    ...all.flatMap(([path, { detail }]) => (detail === undefined ? [] : [`${path}: ${detail}`])).slice(0, 20),
    ...[compile, collect].filter(({ status }) => status !== 'passed').map(({ detail }) => detail),
  ].filter((detail) => detail !== '');
  return {
    syntax: statusOf(all.every(([, gates]) => gates.syntax === 'passed')),
    lint: statusOf(all.every(([, gates]) => gates.lint === 'passed')),
    compile: compile.status,
    collect: collect.status,
    ...(details.length === 0 ? {} : { detail: [...new Set(details)].join('\n').slice(0, 4000) }),
  };
}

/** The gate "values": what ajv says against values of the suite fails it. */
export function withValuesGate(gates: Gates, refuted: readonly string[] | undefined): Gates {
  if (refuted === undefined || refuted.length === 0)
    return { ...gates, values: refuted === undefined ? 'not-run' : 'passed' };
  const detail = [...(gates.detail === undefined ? [] : [gates.detail]), ...refuted.slice(0, 20)];
  return { ...gates, values: 'failed', detail: detail.join('\n').slice(0, 4000) };
}

const statusOf = (passed: boolean): GateStatus => (passed ? 'passed' : 'failed');

/**
 * The gate of a case: failed with a finding inside its lines or when its file does not load; not run while a gate has
 * not looked at its file; else passed.
 */
export function gateOfCase(
  { perFile, findings }: CheckedSuite,
  place: { file: BuiltFile['path']; startLine: number; endLine: number },
): GateStatus {
  const gates = perFile.get(place.file);
  if (gates === undefined) return 'not-run';
  const inside = findings
    .get(place.file)
    ?.some(({ line }) => line >= place.startLine && line <= place.endLine);
  const loading = [gates.syntax, gates.compile, gates.collect];
  if (inside === true || loading.includes('failed')) return 'failed';
  return loading.includes('not-run') ? 'not-run' : 'passed';
}
