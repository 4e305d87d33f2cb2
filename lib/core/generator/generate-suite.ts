import { AppError } from '../errors';
import { groupBy } from '../group-by';
import type { ApiModel } from '../openapi/model';

import { assembleFile } from './assemble-file';
import { coverageOf, type SuiteCoverage } from './coverage/coverage';
import { coverageReport } from './coverage/report';
import { planSuite } from './plan/build-plan';
import { importsOf, type Constant, type Helper } from './plan/expression';
import type { PlacedCase } from './plan/layout';
import type { FilePlan, NamedCase, SuitePlan } from './plan/suite-plan';
import type { GenerationSettings } from './settings';
import type { GeneratedCase, GeneratedFile, GeneratedSuite, TestFileHead } from './suite';
import type { Words } from './values/faker';
import type { Values, ValuesOptions } from './values/types';
import { createValues } from './values/values';
import { casesView } from './view/cases-view';
import { conftestView } from './view/conftest-view';
import { Docstring, printPython } from './view/printed';
import { readmeView } from './view/readme-view';
import { createRender, type Render, type TemplateTexts } from './view/render';
import { sliceCases } from './view/slice';
import { supportView } from './view/support-view';
import { teamPython } from './view/team-python';

export interface GenerateOptions {
  /** Formats a Python file as `ruff format` does; asked for what templates of a team print. */
  formatPython: (text: string) => string;
  templates: TemplateTexts;
  /**
   * Files of the templates that a team wrote in place of those of the product, by name; those of the product print Python
   * laid out already.
   */
  overridden?: ReadonlyMap<string, string>;
  /** Judges every value again; what it refutes is in `refutedValues`. Given, not imported: few runs load ajv. */
  witness?: (values: Values, options: ValuesOptions) => { values: Values; refuted: string[] };
  /** Told how many operations are planned, before each. */
  onOperation?: (done: number, total: number) => void;
  /** Realistic words of the language that the settings name (`loadWords`); English where none are given. */
  words?: Words;
}

/**
 * A pytest suite for an API: plan, print, cut into cases, assemble. Pure: the same input gives the same bytes.
 *
 * @throws AppError `internal` when a template cannot be printed, `invalid_input` when it is one of a team; trouble in the document becomes gaps and diagnostics.
 */
export function generateSuite(
  model: ApiModel,
  settings: GenerationSettings,
  { formatPython, templates, overridden = new Map(), witness, onOperation, words }: GenerateOptions,
): GeneratedSuite {
  const valuesOptions: ValuesOptions = {
    registry: model.schemas,
    seed: settings.seed,
    assertFormats: settings.assertFormats,
    closesSilent: settings.unknownProperties === 'refused',
    direction: 'request',
    ...(words && { words }),
  };
  const made = createValues(valuesOptions);
  const checked = witness?.(made, valuesOptions);
  const print = createRender(templates, overridden);
  const render: Render = (template, view) => {
    const text = print(template, view);
    const file = overridden.get(template);
    if (file === undefined || !template.endsWith('.py')) return text;
    return teamPython(text, { file, printed: template, formatPython });
  };
  const plan = planSuite(model, settings, checked?.values ?? made, {
    keep: (placed) => printCases(placed, render, overridden.get('cases.py')),
    onOperation,
  });
  const heads = plan.files.map(headOf);
  const cases = plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
  const coverage = coverageOf({ model, operations: plan.operations, cases, gaps: plan.gaps });
  const byFile = groupBy(cases, (each) => each.file);
  const tests = heads.map((head) =>
    fileWith(head.path, 'test', () => assembleFile(head, byFile.get(head.path) ?? []).text),
  );
  const files = [...tests, ...supportFiles(plan, cases, coverage, render)];
  const paths = [...files.map((file) => file.path), 'coverage.json'].sort();
  files.push({ path: 'coverage.json', kind: 'support', text: coverageReport(plan, cases, coverage, paths) });
  return {
    slug: plan.slug,
    title: plan.title,
    version: plan.version,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    heads,
    cases: inReviewOrder(cases, model),
    gaps: coverage.gaps,
    coverage,
    diagnostics: model.diagnostics,
    operations: plan.operations.length,
    ...(checked && { refutedValues: checked.refuted }),
  };
}

function headOf(file: FilePlan<unknown>): TestFileHead {
  return {
    path: file.path,
    docstring: printPython(new Docstring(file.doc)),
    classes: file.classes.map((each) => ({
      name: each.name,
      docstring: printPython(new Docstring(each.doc)),
      markers: each.markers,
    })),
  };
}

/** @param template the file of a team's own template for cases */
function printCases(placed: PlacedCase[], render: Render, template?: string): GeneratedCase[] {
  if (placed.length === 0) return [];
  const { view, marks } = casesView(placed.map(({ test }) => test));
  const sliced = sliceCases(render('cases.py', view), marks);
  return placed.map(({ test, file, className }, index) => {
    const slice = sliced[index];
    if (!slice) throw lostCase(file, template);
    return {
      key: test.key,
      operation: { id: test.operation.id, method: test.operation.method, path: test.operation.path },
      category: test.category,
      rule: test.rule,
      title: test.title,
      name: test.name,
      file,
      className,
      imports: importsOfCase(test),
      code: slice.code,
      rows: Math.max(1, test.rows.length),
      sources: test.sources,
      marks: slice.marks,
      risk: test.risk,
    };
  });
}

function lostCase(file: string, template: string | undefined): Error {
  if (template === undefined) return new TypeError(`The printed file ${file} lost a case.`);
  return new AppError(
    'invalid_input',
    `${template} did not print a line "# @@case <index>" before each case.`,
    {
      advice: 'Keep those lines of the built-in template: the file is cut into its cases at them.',
    },
  );
}

function importsOfCase(test: NamedCase): string[] {
  const names = new Set<Helper | Constant>();
  for (const step of test.steps) importsOf(step.call, names);
  for (const row of test.rows) for (const value of row.values) importsOf(value, names);
  return [...names].sort();
}

function supportFiles(
  plan: SuitePlan<unknown>,
  cases: GeneratedCase[],
  coverage: SuiteCoverage,
  render: Render,
): GeneratedFile[] {
  const support = (path: string, text: string): GeneratedFile => ({ path, kind: 'support', text });
  return [
    support('conftest.py', render('conftest.py', conftestView(plan, cases))),
    support('api_client.py', render('api_client.py', supportView(plan))),
    support('pytest.ini', render('pytest.ini', {})),
    support('ruff.toml', render('ruff.toml', {})),
    support('requirements.txt', render('requirements.txt', supportView(plan))),
    support('README.md', render('README.md', readmeView(plan, cases, coverage))),
    ...plan.schemas.map((file) =>
      fileWith(`schemas/${file.name}.json`, 'support', () => `${JSON.stringify(file.schema, null, 2)}\n`),
    ),
  ];
}

/** A file whose text is put together when it is asked for: together the files are as large as all else in a suite. */
function fileWith(path: string, kind: GeneratedFile['kind'], make: () => string): GeneratedFile {
  return {
    path,
    kind,
    get text() {
      return make();
    },
  };
}

/** Operations in document order, then by risk. */
function inReviewOrder(cases: GeneratedCase[], model: ApiModel): GeneratedCase[] {
  const position = new Map(model.operations.map((operation, index) => [operation.id, index]));
  const at = (each: GeneratedCase): number => position.get(each.operation.id) ?? 0;
  return [...cases].sort((a, b) => at(a) - at(b) || b.risk - a.risk);
}
