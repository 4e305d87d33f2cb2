import { Option, type Command } from 'commander';

import type { Json } from '#lib/core/json';
import { settingGuides, type SettingGuide } from '#lib/core/settings-file/guide';

/** What commander hands over: text, lists of text, switches. */
export type GivenOptions = Record<string, unknown>;

const values: Record<SettingGuide['flag']['takes'], string> = {
  text: ' <value>',
  number: ' <number>',
  words: ' <names...>',
  numbers: ' <statuses...>',
  texts: ' <names...>',
  switch: '',
};

/** Adds a flag for every setting, and `--config` and `--templates`. */
export function addSettingOptions(command: Command): Command {
  command.option('--config <file>', 'settings file; else ai-test-gen.config.yaml here or above');
  for (const { about, flag } of settingGuides) {
    if (flag.takes === 'switch') {
      // Both, so that a command line can take back what the file says; in this order neither has a default.
      command.addOption(new Option(`--${flag.name}`, about));
      command.addOption(new Option(`--no-${flag.name}`, 'the opposite'));
    } else command.option(`--${flag.name}${values[flag.takes]}`, about);
  }
  return command.option('--templates <folder>', 'templates that replace the built-in ones of the same name');
}

/** The settings that a command line gives, by dotted path. */
export function givenSettings(options: GivenOptions): Map<string, Json> {
  const given = new Map<string, Json>();
  for (const { path, flag } of settingGuides) {
    const value = options[camelCase(flag.name)];
    if (value !== undefined) given.set(path, valueOf(flag.takes, value));
  }
  return given;
}

function valueOf(takes: SettingGuide['flag']['takes'], value: unknown): Json {
  if (takes === 'switch') return value === true;
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  const words = texts.flatMap((text) => text.split(',').map((word) => word.trim()));
  switch (takes) {
    case 'text':
      return texts.join(' ');
    case 'number':
      return numberOf(texts.join(' '));
    case 'numbers':
      return words.map(numberOf);
    case 'words':
      return words;
    case 'texts':
      return texts;
  }
}

/** Text that is no number stays text, and the schema says what it wants. */
function numberOf(text: string): Json {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
