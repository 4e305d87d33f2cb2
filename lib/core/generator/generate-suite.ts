import { groupBy } from '../group-by';
import type { ApiModel } from '../openapi/model';

import { assembleFile } from './assemble-file';
import { coverageOf } from './coverage/coverage';
import { coverageReport } from './coverage/report';
import { buildPlan } from './plan/build-plan';
import { playwrightTarget } from './playwright/print-suite';
import type { PrintOptions, PrintTarget } from './print-target';
import type { GenerationSettings, Target } from './settings';
import type { GeneratedCase, GeneratedFile, GeneratedSuite } from './suite';
import type { Words } from './values/faker';
import type { Values, ValuesOptions } from './values/types';
import { createValues } from './values/values';
import { pytestTarget } from './view/print-suite';
import { createRender, type Render, type TemplateTexts } from './view/render';
import { checkedText } from './view/team-text';

const targetOf: Record<Target, (options: PrintOptions) => PrintTarget> = {
  pytest: pytestTarget,
  playwright: playwrightTarget,
};

export interface GenerateOptions {
  /** Formats a Python file as `ruff format` does; asked for what templates of a team print. */
  formatPython: (text: string) => string;
  /** Finds what is no TypeScript in what templates of a team print. */
  checkTypeScript: (text: string) => readonly { line: number; message: string }[];
  /** Those of the target that the settings name. */
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
 * A suite for an API in what the settings name as target: plan, print, cut into cases, assemble. Pure: the same input gives the same bytes.
 *
 * @throws AppError `internal` when a template cannot be printed, `invalid_input` when it is one of a team; trouble in the document becomes gaps and diagnostics.
 */
export function generateSuite(
  model: ApiModel,
  settings: GenerationSettings,
  options: GenerateOptions,
): GeneratedSuite {
  const { templates, overridden = new Map<string, string>(), witness, onOperation, words } = options;
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
  const plan = buildPlan(model, settings, checked?.values ?? made, onOperation);
  const print = createRender(templates, overridden);
  const render: Render = (template, view) => {
    const text = print(template, view);
    const file = overridden.get(template);
    return file === undefined ? text : checkedText(text, { ...options, file, printed: template });
  };
  const target = targetOf[settings.target]({ plan, render, overridden });
  const heads = plan.files.map(target.headOf);
  const cases = plan.files.flatMap(target.casesOf);
  const coverage = coverageOf({ model, operations: plan.operations, cases, gaps: plan.gaps });
  const byFile = groupBy(cases, (each) => each.file);
  const tests = heads.map((head): GeneratedFile => {
    const { text } = assembleFile(head, byFile.get(head.path) ?? []);
    return { path: head.path, kind: 'test', text };
  });
  const files = [...tests, ...target.supportFiles(cases, coverage)];
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

/** Operations in document order, then by risk. */
function inReviewOrder(cases: GeneratedCase[], model: ApiModel): GeneratedCase[] {
  const position = new Map(model.operations.map((operation, index) => [operation.id, index]));
  const at = (each: GeneratedCase): number => position.get(each.operation.id) ?? 0;
  return [...cases].sort((a, b) => at(a) - at(b) || b.risk - a.risk);
}
