import { Command } from 'commander';

import type { GenerateOptions } from '../run-generate';

import { categories } from '#lib/core/generator/suite';

/** `ai-test-gen generate <file or URL> --out <dir>`: a suite on disk, with no database, server or build. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('write a pytest suite for an OpenAPI or Swagger document')
    .argument('<document>', 'file or http(s) URL, JSON or YAML')
    .requiredOption('--out <dir>', 'folder to write the suite into')
    .option('--force', 'write into a folder that holds other files', false)
    .option('--json', 'print the result as JSON', false)
    .option('--seed <text>', 'the same seed gives the same test data')
    .option('--category <names...>', `only these: ${categories.join(', ')}`)
    .option('--exclude-tag <tags...>', 'no tests for operations with these tags')
    .action(async (document: string, options: GenerateOptions) => {
      const { runGenerate } = await import('../run-generate');
      await runGenerate(document, options);
    });
}
