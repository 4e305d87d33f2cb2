import type { SourceRef } from '../../diagnostics';
import type { Operation } from '../../openapi/model';
import type { Category } from '../suite';

import type { Expression, Invocation, Name } from './expression';
import type { Refusals } from './refusals';

/** One statement of a test: an invocation whose result may be kept, and the places it is about. */
export interface Step {
  into?: Name;
  call: Invocation;
  sources: SourceRef[];
}

/** One parameter row of a family of tests. */
export interface Row {
  /** Kebab-case, unique in the case. */
  id: string;
  values: Expression[];
  sources: SourceRef[];
}

/** One test as data; no target's syntax. What a reviewer decides on once it is rendered. */
export interface TestCase {
  /** Stable: operation identity, category, place and rule. */
  key: string;
  operation: Operation;
  category: Category;
  /** Kebab-case name of the reason to write it. */
  rule: string;
  /** One sentence in plain words. */
  title: string;
  /** Words of the function's name after `test_`, before they are made unique. */
  words: string;
  /** One line: what the document says. The JSON pointer of the first source is added when it is printed. */
  doc: string;
  section: Section;
  fixtures: Name[];
  /** Empty for a plain test. */
  parameters: Name[];
  rows: Row[];
  steps: Step[];
  sources: SourceRef[];
  /** The place that the case is about, where it is none of the first steps. */
  about?: SourceRef;
  /** What it changes in an accepted request, where it may become rows of another test. */
  refusals?: Refusals;
  /** 0 to 100: what a missed fault here would cost. */
  risk: number;
}

/** The class that a case stands in: by what its operation does, or the family that it belongs to. */
export type Section = 'operation' | 'validation' | 'error' | 'auth' | 'performance' | 'security';
