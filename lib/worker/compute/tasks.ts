import { generateSuite } from '#lib/core/generator/generate-suite';
import { loadWords } from '#lib/core/generator/values/faker';
import { witnessed } from '#lib/core/generator/values/witness/witnessed';
import { diffSpecs } from '#lib/features/apis/diff-specs';
import { readSpec } from '#lib/features/apis/read-spec';
import type { SpecInput } from '#lib/features/apis/read-spec';
import { buildSuite } from '#lib/features/generations/build-suite';
import type { Progress, SuiteInput } from '#lib/features/generations/built-suite';
import { formatPython } from '#lib/platform/python/ruff';
import { loadTemplateNames, loadTemplates } from '#lib/platform/templates/load-templates';
import { overrideTemplates } from '#lib/platform/templates/override-templates';
import { checkTypeScript } from '#lib/platform/typescript/check-typescript';

export type Report = (progress: Progress) => void;

/** Heavy work on documents: plain data in, plain data out, so that a thread can do it. */
export const tasks = {
  readSpec: (input: SpecInput, _report: Report) => readSpec(input),
  diffSpecs: ({ before, after }: { before: SpecInput; after: SpecInput }, _report: Report) =>
    diffSpecs(before, after),
  buildSuite: async (input: SuiteInput, report: Report) => {
    const templates = await overrideTemplates(
      input.templatesDir,
      await loadTemplates(input.settings.target),
      await loadTemplateNames(),
    );
    const words = await loadWords(input.settings.locale);
    return buildSuite(
      (model, settings) =>
        generateSuite(model, settings, {
          formatPython,
          checkTypeScript,
          ...templates,
          words,
          witness: witnessed,
        }),
      input,
      report,
    );
  },
} as const;

export type TaskName = keyof typeof tasks;
export type TaskInput<N extends TaskName> = Parameters<(typeof tasks)[N]>[0];
export type TaskResult<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>;
