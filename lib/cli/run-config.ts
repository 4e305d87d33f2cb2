import { notKept } from './files-read';
import { printTable } from './print-table';
import { loadSettings, shortName, type LoadedSettings } from './settings/load-settings';
import type { GivenOptions } from './settings/setting-options';

import type { Json } from '#lib/core/json';
import type { Origin } from '#lib/core/settings-file/effective-settings';
import { settingGuides } from '#lib/core/settings-file/guide';

/** Prints the settings that count for these flags in this folder, with where each comes from. */
export async function runConfig(options: GivenOptions & { json: boolean }): Promise<void> {
  const loaded = await loadSettings(options, notKept);
  if (options.json) {
    const report = {
      file: loaded.file ?? null,
      ...loaded.places,
      settings: loaded.settings,
      origins: originsOf(loaded),
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const { stdout } = process;
  stdout.write(`Settings file: ${loaded.file === undefined ? 'none' : shortName(loaded.file)}\n\n`);
  const places = Object.entries(loaded.places).map(([path, value]) => [
    path,
    shortName(value),
    originText(loaded, { from: 'file', line: loaded.lineOf(path) }, path),
  ]);
  const rows = loaded.list.map(({ path, value, origin }) => [
    path,
    Array.isArray(value) ? value.join(', ') : String(value),
    originText(loaded, origin, path, value),
  ]);
  printTable(stdout, ['SETTING', 'VALUE', 'FROM'], [...places, ...rows]);
}

function originText({ file }: LoadedSettings, origin: Origin, path: string, value?: Json): string {
  switch (origin.from) {
    case 'default':
      return 'default';
    case 'flag':
      return `--${value === false ? 'no-' : ''}${settingGuides.find((guide) => guide.path === path)?.flag.name ?? path}`;
    case 'file':
      return `${shortName(file ?? '')}${origin.line === undefined ? '' : `:${origin.line}`}`;
  }
}

function originsOf({ list }: LoadedSettings): Record<string, Origin> {
  return Object.fromEntries(list.map(({ path, origin }) => [path, origin]));
}
