import { Command, Option } from 'commander';
import { z } from 'zod';

import { addSettingOptions, type GivenOptions } from '../settings/setting-options';

import { AppError } from '#lib/core/errors';
import { targets, type Target } from '#lib/core/generator/settings';

const targetOption = z.object({ target: z.enum(targets) });

/** `config` has a flag of that name for the setting, which takes the value wherever it stands. */
function targetOf(command: Command): Target {
  const given = targetOption.safeParse(command.optsWithGlobals());
  if (given.success) return given.data.target;
  throw new AppError('invalid_input', `--target: Give one of: ${targets.join(', ')}.`);
}

/** `ai-test-gen config`: the settings that count, a file to start from, and the built-in templates to change. */
export function configCommand(): Command {
  const command = new Command('config')
    .description('show the settings that count, and where each comes from')
    .option('--json', 'print them as JSON', false);
  addSettingOptions(command).action(async (options: GivenOptions & { json: boolean }) => {
    const { runConfig } = await import('../run-config');
    await runConfig(options);
  });
  command.addCommand(initCommand().exitOverride());
  command.addCommand(templatesCommand().exitOverride());
  return command;
}

function initCommand(): Command {
  return new Command('init')
    .description('write a settings file that lists and explains every setting')
    .argument('[file]', 'its name', 'ai-test-gen.config.yaml')
    .action(async (file: string) => {
      const { initConfig } = await import('../init-config');
      await initConfig(file);
    });
}

function templatesCommand(): Command {
  return new Command('templates')
    .description('copy the built-in templates out, to change some of them')
    .argument('<folder>', 'where to; it must be empty or new')
    .addOption(new Option('--target <name>', 'of which suites').choices([...targets]).default('pytest'))
    .action(async (folder: string, _: unknown, command: Command) => {
      const { copyTemplates } = await import('../copy-templates');
      await copyTemplates(folder, targetOf(command));
    });
}
