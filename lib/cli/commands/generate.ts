import { Command } from 'commander';

import type { GenerateOptions } from '../run-generate';
import { addSettingOptions } from '../settings/setting-options';

/** `ai-test-gen generate <file or URL> --out <dir>`: a suite on disk, with no database, server or build. */
export function generateCommand(): Command {
  const command = new Command('generate')
    .description(
      'write a suite for an OpenAPI or Swagger document: pytest, or with --target playwright TypeScript',
    )
    .argument('[document]', 'file or http(s) URL, JSON or YAML; else what the settings file names')
    .option('--out <dir>', 'folder to write the suite into; else what the settings file names')
    .option('--force', 'write into a folder that holds other files', false)
    .option('--watch', 'generate again whenever the document, the settings or the templates change', false)
    .option('--json', 'print the result as JSON', false);
  return addSettingOptions(command).action(async (document: string | undefined, options: GenerateOptions) => {
    const { runGenerate } = await import('../run-generate');
    await runGenerate(document, options);
  });
}
