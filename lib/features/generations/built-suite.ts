import type { Diagnostic } from '#lib/core/diagnostics';
import type { GenerationSettings } from '#lib/core/generator/settings';
import type { Gap, GeneratedCase, TestFileHead } from '#lib/core/generator/suite';

export type GateStatus = 'passed' | 'failed' | 'not-run';

/** Results of the gates, of one file or of all. */
export interface Gates {
  syntax: GateStatus;
  lint: GateStatus;
  compile: GateStatus;
  collect: GateStatus;
  /** Of a suite: whether ajv finds every value to be what the suite takes it for. */
  values?: GateStatus;
  /** Why a gate did not run, or what failed. */
  detail?: string;
}

export interface SuiteInput {
  /** For messages. */
  name: string;
  text: string;
  /** The document of the generation before. */
  previousText?: string;
  settings: GenerationSettings;
  /** An empty folder for the gates; the suite is left in it. */
  folder: string;
  /** The setting PYTHON. */
  python?: string;
  /** The setting TEMPLATES_DIR: a team's own templates. */
  templatesDir?: string;
}

/** A generated suite as it is stored. Plain data: it crosses threads. */
export interface BuiltSuite {
  operations: BuiltOperation[];
  files: BuiltFile[];
  /** In review order. */
  cases: BuiltCase[];
  gaps: Gap[];
  diagnostics: Diagnostic[];
  gates: Gates;
}

export interface BuiltOperation {
  key: string;
  method: string;
  path: string;
  summary?: string;
  tag?: string;
  maintainer?: string;
  change: 'added' | 'changed' | 'unchanged';
  breaking: boolean;
  changes: string[];
  excerpts: { title: string; file: string; pointer: string; startLine: number; text: string }[];
}

export interface BuiltFile {
  path: string;
  kind: 'test' | 'support';
  content: string;
  head?: TestFileHead;
  gates?: Gates;
}

/** A place in the document with its lines. */
export interface SourceLines {
  file: string;
  pointer: string;
  line: number;
  endLine: number;
}

export interface BuiltCase extends Omit<GeneratedCase, 'operation' | 'sources' | 'marks'> {
  operationKey: string;
  startLine: number;
  endLine: number;
  contentHash: string;
  sources: SourceLines[];
  marks: { line: number; endLine: number; sources: SourceLines[] }[];
  gate: GateStatus;
}

export interface Progress {
  done: number;
  total: number;
  step: string;
}

/** The heavy part of a generation, done where it keeps nobody waiting. */
export interface SuiteWork {
  buildSuite(
    input: SuiteInput,
    run: { signal: AbortSignal; onProgress: (progress: Progress) => void },
  ): Promise<BuiltSuite>;
}
