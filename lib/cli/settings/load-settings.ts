import { dirname, relative, resolve } from 'node:path';

import type { FilesRead } from '../files-read';

import { findSettingsFile } from './find-settings-file';
import { givenSettings, type GivenOptions } from './setting-options';

import { effectiveSettings, type EffectiveSettings } from '#lib/core/settings-file/effective-settings';
import { readSettingsFile } from '#lib/core/settings-file/read-settings-file';

export interface LoadedSettings extends EffectiveSettings {
  /** The settings file that counts, as an absolute path. */
  file: string | undefined;
  /** Places that the file names, made absolute; a document may be a URL. */
  places: { document?: string; out?: string; templates?: string };
  lineOf: (path: string) => number | undefined;
}

/**
 * The settings of a command line: its flags, the settings file and the defaults.
 *
 * @throws AppError `invalid_input` for wrong values, with flag or file and line; `not_found` for `--config`
 */
export async function loadSettings(options: GivenOptions, files: FilesRead): Promise<LoadedSettings> {
  const config = options['config'];
  const found = await findSettingsFile(typeof config === 'string' ? config : undefined, process.cwd(), files);
  const file = found && readSettingsFile(shortName(found.path), found.text);
  const effective = effectiveSettings(file, givenSettings(options));
  const base = found ? dirname(found.path) : process.cwd();
  const places = Object.fromEntries(
    Object.entries(file?.places ?? {}).flatMap(([name, place]) =>
      place === undefined ? [] : [[name, isUrl(place) ? place : resolve(base, place)]],
    ),
  );
  return { ...effective, file: found?.path, places, lineOf: file?.lineOf ?? (() => undefined) };
}

/** As people would type it, where that is shorter. */
export function shortName(path: string): string {
  const name = relative(process.cwd(), path);
  return name === '' || name.startsWith('..') ? path : name;
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}
