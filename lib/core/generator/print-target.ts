import type { SourceRef } from '../diagnostics';
import { AppError } from '../errors';

import type { SuiteCoverage } from './coverage/coverage';
import type { FilePlan, SuitePlan } from './plan/suite-plan';
import type { GeneratedCase, GeneratedFile, TestFileHead } from './suite';
import type { NamedCase } from './view/cases-view';
import type { Render } from './view/render';
import { sliceCases } from './view/slice';

/** What a target makes of a plan. */
export interface PrintTarget {
  headOf(file: FilePlan): TestFileHead;
  casesOf(file: FilePlan): GeneratedCase[];
  /** The files that tests need, without the coverage report. */
  supportFiles(cases: GeneratedCase[], coverage: SuiteCoverage): GeneratedFile[];
}

export interface PrintOptions {
  plan: SuitePlan;
  render: Render;
  /** Files of the templates that a team wrote, by name. */
  overridden: ReadonlyMap<string, string>;
}

/** A case as its target names and places it. */
export interface PlacedCase {
  test: NamedCase;
  name: string;
  className: string;
  imports: string[];
}

/** What a target prints of one file: its cases, and the text of the template `template` with them. */
export interface PrintedFile {
  path: string;
  template: string;
  text: string;
  marks: SourceRef[][];
  cases: PlacedCase[];
}

/**
 * The cases of a printed file, cut out of its text.
 * @throws AppError `invalid_input` when the template of a team lost one
 */
export function cutCases(
  { path, template, text, marks, cases }: PrintedFile,
  overridden: ReadonlyMap<string, string>,
): GeneratedCase[] {
  const sliced = sliceCases(text, marks);
  return cases.map(({ test, name, className, imports }, index) => {
    const slice = sliced[index];
    if (!slice) throw lostCase(path, template, overridden.get(template));
    return {
      key: test.key,
      operation: { id: test.operation.id, method: test.operation.method, path: test.operation.path },
      category: test.category,
      rule: test.rule,
      title: test.title,
      name,
      file: path,
      className,
      imports,
      code: slice.code,
      rows: Math.max(1, test.rows.length),
      sources: test.sources,
      marks: slice.marks,
      risk: test.risk,
    };
  });
}

function lostCase(path: string, template: string, file: string | undefined): Error {
  if (file === undefined) return new TypeError(`The printed file ${path} lost a case.`);
  const sign = template.endsWith('.py') ? '#' : '//';
  return new AppError(
    'invalid_input',
    `${file} did not print a line "${sign} @@case <index>" before each case.`,
    {
      advice: 'Keep those lines of the built-in template: the file is cut into its cases at them.',
    },
  );
}

/** A support file of a suite. */
export function support(path: string, text: string): GeneratedFile {
  return { path, kind: 'support', text };
}

/** The schemas that answers are judged by. */
export function schemaFiles({ schemas }: SuitePlan): GeneratedFile[] {
  return schemas.map((file) =>
    support(`schemas/${file.name}.json`, `${JSON.stringify(file.schema, null, 2)}\n`),
  );
}
