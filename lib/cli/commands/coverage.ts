import { Command } from 'commander';

import type { CoverageOptions } from '../run-coverage';
import { addSettingOptions } from '../settings/setting-options';

/** `ai-test-gen coverage <file or URL>`: what the tests of a document would cover, and what not and why. */
export function coverageCommand(): Command {
  const command = new Command('coverage')
    .description('list what the generated tests cover of a document, and what has no test and why')
    .argument('[document]', 'file or http(s) URL, JSON or YAML; else what the settings file names')
    .option('--json', 'print the report as JSON', false);
  return addSettingOptions(command).action(async (document: string | undefined, options: CoverageOptions) => {
    const { runCoverage } = await import('../run-coverage');
    await runCoverage(document, options);
  });
}
