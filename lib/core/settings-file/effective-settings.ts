import { AppError } from '../errors';
import { generationSettings, type GenerationSettings } from '../generator/settings';
import type { Json, JsonObject } from '../json';

import { settingGuides } from './guide';
import { valueAt, withValue } from './paths';
import type { SettingsFile } from './read-settings-file';

/** Where the value of a setting comes from. */
export type Origin = { from: 'default' } | { from: 'file'; line: number | undefined } | { from: 'flag' };

export interface EffectiveSettings {
  settings: GenerationSettings;
  /** Every setting that can be chosen, with its value and where that comes from. */
  list: { path: string; value: Json; origin: Origin }[];
}

/**
 * What counts: flags before the file before defaults.
 *
 * @param flags values by dotted path, as given
 * @throws AppError `invalid_input` that names each flag with a wrong value
 */
export function effectiveSettings(
  file: SettingsFile | undefined,
  flags: ReadonlyMap<string, Json>,
): EffectiveSettings {
  let given: JsonObject = {};
  for (const [path, value] of flags) given = withValue(given, path, value);
  const alone = generationSettings.safeParse(given);
  if (!alone.success) {
    const lines = alone.error.issues.map(({ path, message }) => `--${flagOf(path)}: ${message}`);
    throw new AppError('invalid_input', [...new Set(lines)].join('\n'));
  }
  let merged: JsonObject = file?.given ?? {};
  for (const [path, value] of flags) merged = withValue(merged, path, value);
  const settings = generationSettings.parse(merged);
  const list = settingGuides.map(({ path }) => ({
    path,
    value: valueAt(settings, path) ?? null,
    origin: originOf(path),
  }));
  return { settings, list };

  function originOf(path: string): Origin {
    if (flags.has(path)) return { from: 'flag' };
    if (file && valueAt(file.given, path) !== undefined) return { from: 'file', line: file.lineOf(path) };
    return { from: 'default' };
  }
}

function flagOf(path: readonly PropertyKey[]): string {
  const dotted = path.join('.');
  const guide = settingGuides.find((each) => dotted === each.path || dotted.startsWith(`${each.path}.`));
  return guide?.flag.name ?? dotted;
}
