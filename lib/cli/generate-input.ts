import { resolve } from 'node:path';

import type { FilesRead } from './files-read';
import { openInput } from './open-input';
import { createProgress } from './progress';
import { loadSettings, shortName, type LoadedSettings } from './settings/load-settings';
import type { GivenOptions } from './settings/setting-options';

import { generateSuite } from '#lib/core/generator/generate-suite';
import type { GenerationSettings } from '#lib/core/generator/settings';
import type { GeneratedSuite } from '#lib/core/generator/suite';
import { loadWords } from '#lib/core/generator/values/faker';
import type { ApiModel } from '#lib/core/openapi/model';
import { readDocument } from '#lib/core/openapi/read-document';
import { formatPython } from '#lib/platform/python/ruff';
import { loadTemplateNames, loadTemplates } from '#lib/platform/templates/load-templates';
import { overrideTemplates, type TemplateSet } from '#lib/platform/templates/override-templates';
import { checkTypeScript } from '#lib/platform/typescript/check-typescript';

export interface Generated {
  suite: GeneratedSuite;
  loaded: LoadedSettings;
  /** Settings that name nothing in the document. */
  warnings: string[];
}

/**
 * Generates the suite that a command line asks for, in memory; tells its progress on a terminal.
 * @param files gets everything that was read
 */
export async function generateInput(
  document: string | undefined,
  options: GivenOptions,
  files: FilesRead,
): Promise<Generated> {
  const progress = createProgress(process.stderr);
  try {
    const loaded = await loadSettings(options, files);
    progress.step('Reading the document');
    const input = await openInput(document, loaded.places.document, files);
    // What is wrong with the document as a whole `lint` says; validating takes as long as all other reading.
    const { model } = await readDocument({ ...input, validate: false });
    const suite = generateSuite(model, loaded.settings, {
      formatPython,
      checkTypeScript,
      ...(await templatesOf(loaded, options, files)),
      words: await loadWords(loaded.settings.locale),
      onOperation: (done, total) => {
        progress.step(`Writing tests: ${done} of ${total} operations`);
      },
    });
    return { suite, loaded, warnings: namesOfNothing(model, loaded.settings) };
  } finally {
    progress.done();
  }
}

async function templatesOf(
  { places, settings }: LoadedSettings,
  options: GivenOptions,
  files: FilesRead,
): Promise<TemplateSet> {
  const given = options['templates'];
  const folder = typeof given === 'string' ? given : places.templates;
  const builtIn = await loadTemplates(settings.target);
  if (folder === undefined) return overrideTemplates(undefined, builtIn);
  // Each template that there could be: one that is put there later counts too.
  for (const name of builtIn.keys()) await files.note(resolve(folder, `${name}.ejs`));
  return overrideTemplates(shortName(resolve(folder)), builtIn, await loadTemplateNames());
}

/** A misspelt exclusion would otherwise go unnoticed: its tests are simply there. */
function namesOfNothing(model: ApiModel, { excludedOperations, excludedTags }: GenerationSettings): string[] {
  const ids = new Set(model.operations.map(({ id }) => id));
  const tags = new Set(model.operations.flatMap((operation) => operation.tags));
  return [
    ...excludedOperations
      .filter((id) => !ids.has(id))
      .map((id) => `No operation is called ${id}, so nothing is excluded by it.`),
    ...excludedTags
      .filter((tag) => !tags.has(tag))
      .map((tag) => `No operation has the tag ${tag}, so nothing is excluded by it.`),
  ];
}
