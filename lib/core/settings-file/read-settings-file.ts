import { z } from 'zod';

import { AppError } from '../errors';
import { generationSettings } from '../generator/settings';
import type { Json, JsonObject } from '../json';
import { parseSource } from '../openapi/source/parse-source';
import { UnreadableText, type SourceFile } from '../openapi/source/source-file';

import { placeGuides, settingGuides } from './guide';
import { nearestWord } from './nearest-word';

const guides = [...settingGuides, ...placeGuides];
const place = z.string({ error: 'Give a name.' }).min(1, 'Give a name.').optional();
const placeSchema = z.object({ document: place, out: place, templates: place });

/** A settings file: what it sets, checked, and where. */
export interface SettingsFile {
  name: string;
  /** What the file gives to the generator, without defaults. */
  given: JsonObject;
  /** Where it finds and puts things, as written: relative to the file. */
  places: z.infer<typeof placeSchema>;
  /** 1-based line of a setting by its dotted path. */
  lineOf: (path: string) => number | undefined;
}

/**
 * Reads `ai-test-gen.config.yaml` (YAML or JSON). An empty file sets nothing.
 *
 * @param name for messages
 * @throws AppError `invalid_input` with a line of the file for each unknown name and wrong value, and a good value
 */
export function readSettingsFile(name: string, text: string): SettingsFile {
  const source = parse(name, text);
  const whole = source.value ?? {};
  if (!isMapping(whole)) {
    throw refusal(name, [
      { line: 1, message: 'The file is no mapping of settings; for example: budget: 40' },
    ]);
  }
  const value = withoutEmptyGroups(whole);
  const lineOf = (path: string): number | undefined => lineIn(source, path.split('.'));
  const complaints = [
    ...source.findings.map(({ line, message }) => ({ line, message })),
    ...unknownNames(value, '').map(({ path, message }) => ({ line: lineOf(path), message })),
    ...wrongValues(value).map(({ path, message }) => ({ line: lineOf(path), message })),
  ];
  if (complaints.length > 0) throw refusal(name, complaints);
  const { document, out, templates, ...given } = value;
  const places = placeSchema.parse({ document, out, templates });
  return { name, given, places, lineOf };
}

function parse(name: string, text: string): SourceFile {
  try {
    return parseSource(name, text);
  } catch (cause) {
    if (!(cause instanceof UnreadableText)) throw cause;
    throw refusal(name, [{ line: cause.line, message: cause.message }]);
  }
}

interface Complaint {
  line: number | undefined;
  message: string;
}

function refusal(name: string, complaints: Complaint[]): AppError {
  const lines = complaints
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ line, message }) => `${name}${line === undefined ? '' : `:${line}`}: ${message}`);
  return new AppError('invalid_input', lines.join('\n'), {
    advice: 'ai-test-gen config shows all settings, their values and where each comes from.',
  });
}

function unknownNames(settings: JsonObject, prefix: string): { path: string; message: string }[] {
  const known = [...new Set(guides.map(({ path }) => path))]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).split('.')[0] ?? '');
  return Object.entries(settings).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    if (!known.includes(name)) {
      const near = nearestWord(name, known);
      const advice =
        near === undefined
          ? `Known are: ${[...new Set(known)].join(', ')}.`
          : `Did you mean ${prefix}${near}?`;
      return [{ path, message: `There is no setting ${path}. ${advice}` }];
    }
    const isGroup = guides.some((guide) => guide.path.startsWith(`${path}.`));
    return isGroup && isMapping(value) ? unknownNames(value, `${path}.`) : [];
  });
}

function wrongValues(settings: JsonObject): { path: string; message: string }[] {
  const issues = [generationSettings, placeSchema].flatMap(
    (schema) => schema.safeParse(settings).error?.issues ?? [],
  );
  // What is not known has been told already.
  const known = issues.filter(({ path: [name] }) =>
    guides.some((guide) => guide.path.split('.')[0] === String(name)),
  );
  return known.map((issue) => {
    const path = issue.path.join('.');
    const guide = guides.find((each) => path === each.path || path.startsWith(`${each.path}.`));
    const given = itemAt(settings, issue.path);
    const example = guide ? ` For example: ${exampleOf(guide.path, guide.example)}` : '';
    const message = guide ? issue.message : 'Give a mapping of settings.';
    return { path, message: `${path} is ${shown(given)}. ${message}${example}` };
  });
}

function itemAt(settings: JsonObject, path: PropertyKey[]): Json | undefined {
  let value: Json | undefined = settings;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isMapping(value)) value = value[String(step)];
    else return undefined;
  }
  return value;
}

/** As YAML on one line: `performance: { rounds: 50 }`. */
function exampleOf(path: string, example: Json): string {
  const [name = '', ...rest] = path.split('.');
  if (rest.length > 0) return `${name}: { ${exampleOf(rest.join('.'), example)} }`;
  return `${name}: ${JSON.stringify(example)}`;
}

function shown(value: Json | undefined): string {
  const text = JSON.stringify(value ?? null);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function isMapping(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A group of which every setting is commented out is null in YAML. */
function withoutEmptyGroups(settings: JsonObject): JsonObject {
  const isGroup = (name: string): boolean => guides.some(({ path }) => path.startsWith(`${name}.`));
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => value !== null || !isGroup(name)),
  );
}

/** The line of the deepest part of a path that stands in the file. */
function lineIn(source: SourceFile, steps: string[]): number | undefined {
  let value: Json | undefined = source.value;
  let line: number | undefined;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) break;
    line = source.lines.get(value, step)?.line ?? line;
    value = Array.isArray(value) ? value[Number(step)] : value[step];
  }
  return line;
}
