import type { Diagnostic, SourceRef } from '../diagnostics';
import type { HttpMethod } from '../openapi/model';

import type { SuiteCoverage } from './coverage/coverage';

export const categories = ['crud', 'validation', 'error', 'auth', 'performance', 'security'] as const;
export type Category = (typeof categories)[number];

/** What the generator hands out: files to write, and the cases in them for people to decide on. */
export interface GeneratedSuite {
  /** Folder name under `generated/`, from the title: lower case, ASCII. */
  slug: string;
  title: string;
  version: string;
  /** Sorted by path; test files first assembled from all cases. */
  files: GeneratedFile[];
  /** The fixed parts of the test files, to assemble them again from the approved cases only. */
  heads: TestFileHead[];
  /** In review order: operations in document order, then by risk. */
  cases: GeneratedCase[];
  gaps: Gap[];
  /** What is covered, as `coverage.json` has it. */
  coverage: SuiteCoverage;
  diagnostics: Diagnostic[];
  operations: number;
  /** What ajv says against values of the suite, a sentence each, where it was asked. */
  refutedValues?: string[];
}

export interface GeneratedFile {
  /** Relative, POSIX, from a closed alphabet. */
  path: string;
  kind: 'test' | 'support';
  text: string;
}

/** The fixed part of a test file; with its cases it makes the file (`assembleFile`). */
export interface TestFileHead {
  path: string;
  /** What the file is about, as code: a docstring, or a comment in a suite for Playwright. */
  docstring: string;
  classes: { name: string; docstring: string; markers: string[] }[];
}

/** One test function with its parameter rows: what a reviewer decides on. */
export interface GeneratedCase {
  /** Stable: operation identity + category + pointer + rule. Unique in a suite. */
  key: string;
  operation: { id: string; method: HttpMethod; path: string };
  category: Category;
  /** Kebab-case name of the rule that wrote it, e.g. `body-max-length`. */
  rule: string;
  /** One sentence in plain words for the queue: `rejects title longer than 200`. */
  title: string;
  /** Function name, or title of a test for Playwright; unique in its file. */
  name: string;
  file: string;
  className: string;
  /** Names from the support code that the function uses; `assembleFile` imports them. */
  imports: string[];
  /** The formatted function as it is indented in its class, decorators included, with no blank lines around. */
  code: string;
  /** Number of parameter rows; 1 for a plain test. */
  rows: number;
  /** All places in the document that the case covers. */
  sources: SourceRef[];
  /** Lines of `code` (1-based, inclusive) that belong to particular places. */
  marks: { line: number; endLine: number; sources: SourceRef[] }[];
  /** 0 to 100: what a missed fault here would cost; orders the queue. */
  risk: number;
}

/** A construct of the document that got no test, and why (law 12). */
export interface Gap {
  operation?: string;
  construct: string;
  reason: string;
  source: SourceRef;
}
